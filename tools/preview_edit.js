// Fills documents in the preview, in Chromium: node preview_edit.js CHROMIUM ADDRESS FILE ADDRESS_OF_A_STARTER. Prints
// what was seen as one JSON object; tests/test_preview_browser.py says what it must be.
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, address, file, starter] = process.argv.slice(2);
const seen = { complaints: [], axe: [] };
const pause = (time) => new Promise((done) => setTimeout(done, time));
const PLACE = '["concept","principles",0,"text"]';

async function opened(browser, where) {
  const page = await browser.newPage();
  // What axe adds to the page, the page's own policy would refuse.
  if (seen.lawless) await page.setBypassCSP(true);
  await page.setViewport({ width: 1360, height: 860 });
  // The browser itself asks for an icon, without the token, and is refused.
  const isOurs = (url) => !url?.endsWith("/favicon.ico");
  page.on("console", (message) => isOurs(message.location().url) && seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  page.on("response", (answer) => { if (answer.status() >= 400 && isOurs(answer.url())) seen.complaints.push(`${answer.status()} ${answer.url()}`); });
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(where);
  await page.waitForSelector("iframe[data-shown]");
  return page;
}

const says = (page, text) => page.waitForFunction(
  (wanted) => document.getElementById("view").contentDocument.body.textContent.includes(wanted), { timeout: 20000, polling: 20 }, text);
const frame = async (page) => (await page.$("#view")).contentFrame();
const focused = (page) => page.evaluate(() => {
  const { activeElement } = document;
  return activeElement.id === "view" ? activeElement.contentDocument.activeElement.dataset.at : activeElement.id;
});
const isOpen = (page) => page.waitForSelector("#panel[open]");
const isClosed = (page) => page.waitForFunction(() => !document.getElementById("panel").open);
const said = (page) => page.$eval("#panel-said", (told) => told.textContent);
const told = (page) => page.$eval("#told", (status) => status.textContent);
const text = () => fs.readFileSync(file, "utf8");

async function press(page, at) {
  const value = await (await frame(page)).$(`.value[data-at='${at}']`);
  await value.evaluate((each) => each.scrollIntoView({ block: "center" }));
  await value.click();
  await isOpen(page);
}

async function pressed(page, words) {
  const all = await page.$$("#panel button");
  for (const each of all) if ((await each.evaluate((button) => button.textContent)) === words) return each.click();
  throw new Error(words);
}

async function type(page, words) {
  await page.evaluate(() => document.activeElement.select());
  await page.keyboard.type(words);
}

async function mend(page) {
  await page.select("#choice", "concept-short");
  await page.waitForFunction(() => document.getElementById("view").dataset.shown?.endsWith("concept-short"));
  await press(page, PLACE);
  seen.title = await page.$eval("#panel-title", (title) => title.textContent);
  await type(page, "Гость доволен сразу");
  const top = await page.$eval("#view", (view) => view.contentWindow.scrollY);
  await page.click("#panel-save");
  await says(page, "Гость доволен сразу");
  await isClosed(page);
  seen.saved = text().includes("Гость доволен сразу");
  seen.place = Math.abs((await page.$eval("#view", (view) => view.contentWindow.scrollY)) - top) < 60;
  seen.back = await focused(page);
  seen.told = await told(page);
}

// Without a mouse: the value is reached by Tab, opened by Enter, saved by Ctrl+Enter, taken back by Ctrl+Z.
async function byKeyboard(page) {
  await page.keyboard.press("Tab");
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  await page.keyboard.press("Enter");
  await isOpen(page);
  await type(page, "Ни разу не мышью");
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await says(page, "Ни разу не мышью");
  await isClosed(page);
  await pause(300);
  const control = async (key, shift) => {
    await page.keyboard.down("Control");
    if (shift) await page.keyboard.down("Shift");
    await page.keyboard.press(key);
    if (shift) await page.keyboard.up("Shift");
    await page.keyboard.up("Control");
  };
  await control("KeyZ");
  await says(page, "Гость доволен сразу");
  seen.undone = text().includes("Гость доволен сразу");
  await control("KeyZ", true);
  await says(page, "Ни разу не мышью");
  seen.redone = text().includes("Ни разу не мышью");
  await page.keyboard.press("Enter");
  await isOpen(page);
  await page.keyboard.press("Escape");
  await isClosed(page);
  await pause(100);
  seen.escaped = await focused(page);
}

async function refuse(page) {
  await press(page, PLACE);
  await type(page, " ");
  await page.click("#panel-save");
  await page.waitForFunction(() => document.getElementById("panel-said").textContent);
  seen.refused = await said(page);
  seen.blamed = await page.$eval("#panel-fields [aria-invalid]", (field) => field === document.activeElement);
  await page.click("#panel-cancel");
  await isClosed(page);
  await press(page, PLACE);
  await type(page, "Наше слово");
  fs.writeFileSync(file, text().replace("Ни разу не мышью", "Чужое слово"));
  await page.click("#panel-save");
  await page.waitForFunction(() => document.getElementById("panel-said").textContent);
  seen.conflict = await said(page);
  await pressed(page, "Записать моё");
  await isClosed(page);
  await says(page, "Наше слово");
  seen.ours = text().includes("Наше слово");
}

// What was typed is not lost on the way into an entry of a list, up or down; from the entry one comes back.
async function goThere(page) {
  fs.writeFileSync(file, `${text()}  indicators:\n    - name: Тёплый хлеб\n      unit: pct\n      targets: [{value: 60, due: "2027-06"}]\n`);
  await says(page, "Тёплый хлеб");
  await press(page, '["concept","indicators",0,"name"]');
  await type(page, "Набранное имя");
  await page.evaluate(() => document.querySelectorAll("#panel-fields details").forEach((each) => { each.open = true; }));
  await page.click("#panel-fields .entry");
  await page.waitForSelector("#panel-said .buttons");
  seen.question = [await said(page), await page.evaluate(() => document.activeElement.textContent)];
  await page.keyboard.press("Escape");
  seen.stayed = [await said(page), await page.evaluate(() => document.activeElement.value)];
  await page.click("#panel-fields .entry");
  await pressed(page, "Сохранить и перейти");
  await page.waitForFunction(() => !document.getElementById("panel-title").textContent.includes("Показатель"));
  seen.typed = text().includes("Набранное имя");
  await page.evaluate(() => { const field = document.querySelector("#panel-fields input[type=text]"); field.focus(); field.select(); });
  await page.keyboard.type("62,5");
  await page.click("#panel-save");
  await page.waitForFunction(() => document.getElementById("panel-title").textContent.includes("Набранное имя"));
  seen.entry = text().includes("62.5");
  await page.click("#panel-close");
  await isClosed(page);
  await press(page, '["concept","principles",1,"text"]');
  await type(page, "Набрано сначала");
  await pressed(page, "Выше");
  await isClosed(page);
  await says(page, "Набрано сначала");
  seen.moved = text().indexOf("Набрано сначала") < text().indexOf("Наше слово");
}

async function addAndRemove(page) {
  const add = await (await frame(page)).$('button.more[data-list=\'["concept","principles"]\']');
  await add.evaluate((each) => each.scrollIntoView({ block: "center" }));
  await add.click();
  await isOpen(page);
  await type(page, "Новый принцип из браузера");
  await page.click("#panel-save");
  await says(page, "Новый принцип из браузера");
  await isClosed(page);
  seen.added = text().includes("Новый принцип из браузера");
  await pause(500);
  const value = await (await frame(page)).evaluateHandle(() => [...document.querySelectorAll(".value[tabindex]")].find((each) => each.textContent === "Новый принцип из браузера"));
  await value.evaluate((each) => each.scrollIntoView({ block: "center" }));
  await value.click();
  await isOpen(page);
  const buttons = await page.$$("#panel-more button");
  await buttons.at(-1).click();
  await page.waitForSelector("#panel-said .danger");
  seen.asked = await said(page);
  await page.click("#panel-said .danger");
  await page.waitForFunction(() => !document.getElementById("view").contentDocument.body.textContent.includes("Новый принцип из браузера"));
  await isClosed(page);
  seen.removed = !text().includes("Новый принцип из браузера");
}

// From gap to gap: the button counts them, Enter opens the form, what is saved is a gap no more.
async function fillGaps(page) {
  await page.select("#choice", "concept-full");
  await page.waitForFunction(() => document.getElementById("view").dataset.shown?.endsWith("concept-full"));
  await page.waitForFunction(() => /\d/.test(document.getElementById("next-gap").textContent));
  const button = () => page.$eval("#next-gap", (each) => each.textContent);
  seen.gaps = [await button()];
  for (let count = 0; count < 6; count += 1) await page.click("#next-gap");
  seen.gaps.push(await button());
  await page.keyboard.press("Enter");
  await isOpen(page);
  seen.gaps.push(await page.$eval("#panel-title", (title) => title.textContent));
  await type(page, "Хлеб не кончается до вечера");
  await page.click("#panel-save");
  await says(page, "Хлеб не кончается до вечера");
  await isClosed(page);
  await pause(300);
  seen.filled = [text().includes("Хлеб не кончается до вечера"), (await (await frame(page)).$$(".value.gap[data-at='[\"concept\",\"goals\"]']")).length];
}

// A newcomer: from the first form of the guide to the last of the short document, with nothing but the panel.
async function walk(page) {
  const state = () => page.evaluate(() => ({
    share: document.getElementById("share").textContent,
    left: [...document.querySelectorAll("#stages h3:first-of-type + ul li:not(.ready) button")].length,
  }));
  await page.waitForSelector("#guide:not([hidden])");
  await page.select("#choice", "concept-short");
  const first = await state();
  const start = Date.now();
  let forms = 0;
  for (; (await state()).left && forms < 60; forms += 1) {
    if (!(await page.$("#panel[open]"))) await page.click("#begin");
    await isOpen(page);
    const title = await page.$eval("#panel-title", (each) => each.textContent);
    const marks = await page.$$("#panel-fields > .field input[type=text], #panel-fields > .field textarea");
    const isExample = Boolean(await page.$("#panel-holds"));
    if (isExample) seen.ticked = [...(seen.ticked ?? []), await page.$eval("#panel-verified", (box) => box.checked)];
    if (!isExample) for (const [place, mark] of marks.entries()) await mark.evaluate((each, words) => { each.value = words; each.dispatchEvent(new Event("input", { bubbles: true })); }, `Свои слова ${forms}.${place}`);
    const isLast = (await page.evaluate(() => document.querySelectorAll("#stages h3:first-of-type + ul li:not(.ready) button").length)) === 0;
    await page.click(isExample ? "#panel-holds" : isLast ? "#panel-save" : "#panel-next");
    await page.waitForFunction((before) => !document.getElementById("panel").open || document.getElementById("panel-title").textContent !== before, { timeout: 8000 }, title).catch(() => {});
    await pause(250);
  }
  if (await page.$("#panel[open]")) await page.click("#panel-close");
  await pause(2500);
  seen.walk = { first: first.share, last: (await state()).share, forms, seconds: (Date.now() - start) / 1000 };
  seen.short = await page.$eval("#view", (view) => view.contentDocument.body.innerText);
}

async function judge(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], iframes: false }));
  seen.axe.push(...found.violations.map((rule) => `${name} ${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`));
}

(async () => {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  const page = await opened(browser, address);
  for (const scene of [mend, byKeyboard, refuse, addAndRemove, fillGaps, goThere]) await scene(page);
  await page.close();
  const empty = await opened(browser, starter);
  await walk(empty);
  await empty.close();
  const { complaints } = seen;
  seen.lawless = true;
  const judged = await opened(browser, address);
  await judged.select("#choice", "concept-short");
  await judged.waitForFunction(() => document.getElementById("view").dataset.shown?.endsWith("concept-short"));
  await pause(500);
  await press(judged, PLACE);
  await judged.$$eval("#panel details", (all) => all.forEach((each) => { each.open = true; }));
  await judge(judged, "panel");
  await judged.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await judge(judged, "dark panel");


  seen.complaints = complaints;
  await browser.close();
  console.log(JSON.stringify(seen));
})();
