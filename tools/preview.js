// Lives through a morning with the preview in Chromium: node preview.js CHROMIUM ADDRESS FILE. Prints what was seen
// as one JSON object; tests/test_preview_browser.py says what it must be.
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, address, file] = process.argv.slice(2);
const good = fs.readFileSync(file, "utf8");
const seen = { complaints: [], draws: 0 };
const pause = (time) => new Promise((done) => setTimeout(done, time));
const titled = (title) => good.replace(/^( *title:).*$/m, `$1 ${title}`);

async function shown(page, text) {
  const holds = (wanted) => document.getElementById("view")?.contentDocument?.body?.textContent.includes(wanted);
  await page.waitForFunction(holds, { timeout: 20000, polling: 20 }, text);
}
const scroll = (page, to) => page.$eval("#view", (view, to) => {
  if (to !== undefined) view.contentWindow.scrollTo({ top: to, behavior: "instant" });
  return view.contentWindow.scrollY;
}, to);
const isShown = (page, id) => page.$eval(id, (element) => !element.hidden && element.offsetHeight > 0);
const language = (page) => page.$eval("#view", (view) => view.contentDocument.documentElement.lang);

function listen(page) {
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) seen.complaints.push(request.url());
    if (request.url().includes("/show/")) seen.draws += 1;
  });
}

async function faults(browser, where, scheme, width) {
  const page = await browser.newPage();
  // What axe adds to the page, the page's own policy would refuse; no script runs in the frame, so it stands alone.
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(where, { waitUntil: "load" });
  if (where === address) await page.waitForSelector("iframe[data-shown]");
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], iframes: false }));
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.close();
  const named = found.violations.map((rule) => `${scheme} ${width} ${rule.id}: ${rule.nodes[0].html.slice(0, 120)}`);
  return [named, colour];
}

async function work(page) {
  await page.waitForSelector("iframe[data-shown]");
  fs.writeFileSync(file, titled("Первое сохранение"));
  await shown(page, "Первое сохранение");
  seen.saved = true;
  await page.focus("body");
  while ((await page.evaluate(() => document.activeElement.id)) !== "choice") await page.keyboard.press("Tab");
  const before = await page.$eval("#choice", (select) => select.value);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const after = await page.$eval("#choice", (select) => select.value);
  await page.waitForFunction((name) => document.getElementById("view")?.dataset.shown.endsWith(name), {}, after);
  seen.keyboard = [before, after];
  await scroll(page, 900);
  fs.writeFileSync(file, titled("Второе сохранение"));
  await shown(page, "Второе сохранение");
  seen.scroll = await scroll(page);
  seen.choice = await page.$eval("#choice", (select) => select.value);
}

async function breakAndMend(page) {
  fs.writeFileSync(file, `${titled("Третье")}\nconcept: {`);
  await page.waitForSelector("#broken:not([hidden])");
  seen.broken = [await isShown(page, "#broken"), await page.$eval("#view", (view) => view.contentDocument.body.textContent.includes("Второе"))];
  seen.errors = await page.$eval("#findings", (list) => [list.querySelector("h3").textContent, list.querySelector("li strong").textContent]);
  fs.writeFileSync(file, titled("Мир"));
  await shown(page, "Мир");
  seen.mended = !(await isShown(page, "#broken"));
}

async function look(page) {
  await page.select("#language", "en");
  await page.waitForFunction(() => document.getElementById("view")?.contentDocument?.documentElement.lang === "en");
  seen.language = await language(page);
  await page.select("#language", "ru");
  for (const format of ["docx", "pdf"]) {
    seen[format] = await page.$eval(`#${format}`, async (link) => {
      const answer = await fetch(link.href);
      return [answer.status, new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 2))];
    });
  }
  const brand = path.join(path.dirname(file), "brand.yaml");
  fs.writeFileSync(brand, "firm: Бюро\ndisclaimer: Оговорка бюро.\n");
  await shown(page, "Оговорка бюро.");
  seen.brand = true;
}

async function saveOften(page) {
  await pause(3000);
  seen.draws = 0;
  for (let count = 1; count <= 100; count += 1) {
    fs.writeFileSync(file, titled(`Сохранение ${count}.`));
    await pause(8);
  }
  await shown(page, "Сохранение 100.");
  await pause(500);
  seen.often = seen.draws;
}

(async () => {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  const page = await browser.newPage();
  listen(page);
  await page.goto(address);
  await work(page);
  await breakAndMend(page);
  await look(page);
  await saveOften(page);
  const frame = await page.$eval("#view", (view) => view.src);
  const pages = [[address, "light", 1280], [address, "dark", 390], [frame, "light", 1280], [frame, "dark", 390]];
  const judged = [];
  for (const each of pages) judged.push(await faults(browser, ...each));
  seen.axe = judged.flatMap(([named]) => named);
  seen.grounds = judged.map(([, colour]) => colour);
  const { complaints } = seen;
  seen.complaints = [];
  await page.setOfflineMode(true);
  fs.writeFileSync(file, titled("Конец"));
  await page.waitForSelector("#gone:not([hidden])", { timeout: 40000 });
  seen.gone = await isShown(page, "#gone");
  seen.complaints = complaints;
  await browser.close();
  console.log(JSON.stringify(seen));
})();
