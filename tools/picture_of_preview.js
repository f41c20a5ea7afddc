// A picture of the preview with its panel open: node picture_of_preview.js CHROMIUM ADDRESS PICTURE.
const puppeteer = require("puppeteer-core");
const [executablePath, address, path] = process.argv.slice(2);

(async () => {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(address);
  await page.waitForSelector("iframe[data-shown]");
  await page.select("#choice", "concept-full");
  await page.waitForFunction(() => document.getElementById("view").dataset.shown.endsWith("concept-full"));
  const frame = await (await page.$("#view")).contentFrame();
  const target = await frame.waitForSelector("td .value[data-at*='\"targets\",0,\"at_most\"']");
  await target.evaluate((value) => value.scrollIntoView({ block: "center" }));
  await target.click();
  await page.waitForSelector("#panel[open]");
  await page.$$eval("#panel details", ([details]) => { details.open = true; });
  await page.screenshot({ path });
  await browser.close();
})();
