// Opens each page named on the command line in Chromium, wide and light, narrow and dark, and prints what is wrong
// with it, a JSON array a page: faults axe finds, complaints of the console, text wider than the screen.
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = [[1280, "light"], [390, "dark"]];

async function open(browser, file, width, scheme, lawless) {
  const page = await browser.newPage();
  const told = [];
  page.on("console", (message) => told.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => told.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) told.push(`request: ${request.url()}`);
  });
  await page.setBypassCSP(lawless);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(`file://${file}`);
  return [page, told];
}

async function faults(browser, file, width, scheme) {
  const [plain, told] = await open(browser, file, width, scheme, false);
  const wide = await plain.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) told.push(`text ${wide} wide on a screen of ${width}`);
  await plain.close();
  // What axe adds to the page, the page's own policy would refuse.
  const [page] = await open(browser, file, width, scheme, true);
  // axe takes what stands in a closed fold for hidden, though a wide screen shows it.
  await page.$$eval("details", (folds) => folds.forEach((fold) => { fold.open = true; }));
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  await page.close();
  const broken = found.violations.map((rule) => `axe ${rule.id} x${rule.nodes.length}: ${rule.nodes[0].html.slice(0, 120)}`);
  return [...told, ...broken].map((fault) => `${scheme} ${width}: ${fault}`);
}

(async () => {
  const [executablePath, ...files] = process.argv.slice(2);
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  for (const file of files) {
    const found = [];
    for (const [width, scheme] of SCREENS) found.push(...(await faults(browser, file, width, scheme)));
    console.log(JSON.stringify(found));
  }
  await browser.close();
})();
