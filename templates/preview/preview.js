// The page around the document: what is shown, what was found, and the way from a value to its form and back.
import * as panel from "./panel.js";
import { send } from "./wire.js";
import { fill as say, make } from "./editors.js";
import { patch } from "./patch.js";

const element = (id) => document.getElementById(id);
const known = { number: 0, drawn: -1, choices: "", language: "" };
const words = JSON.parse(document.body.dataset.words);
const isLocked = "locked" in document.body.dataset;
const frame = () => element("view").contentDocument;
let wanted = null;
let drawing = 0;

// Where only the text is new it is put into the page that is shown; with new style sheets a page is made anew.
async function draw() {
  const name = element("choice").value;
  if (!name) return;
  const path = `${element("language").value}/${encodeURIComponent(name)}`;
  for (const file of document.querySelectorAll(".file")) file.href = `file/${path}/${file.id}`;
  const turn = (drawing += 1);
  if (element("view").dataset.shown === path) {
    const answer = await fetch(`show/${path}?${known.drawn}`);
    if (turn !== drawing || answer.status !== 200) return;
    const text = await answer.text();
    hold();
    if (patch(frame(), text)) return settle();
  }
  if (turn === drawing) turnOver(path);
}

// The value that has the focus has it again when it is drawn anew.
function hold() {
  const held = document.activeElement === element("view") && frame()?.activeElement;
  if (held && held.matches(".value") && !wanted) wanted = { at: steps(held.dataset.at), via: steps(held.dataset.via), mention: mentions(held).indexOf(held) };
}

// The new page is made ready behind the old one, at the same place of the text, and then takes its place.
function turnOver(path) {
  for (const late of document.querySelectorAll(".coming")) late.remove();
  const old = element("view");
  const view = old.cloneNode();
  view.removeAttribute("id");
  view.className = "coming";
  view.src = `show/${path}?${known.drawn}`;
  view.onload = () => {
    const top = old.dataset.shown === path ? old.contentWindow.scrollY : 0;
    hold();
    view.contentWindow.scrollTo({ top, behavior: "instant" });
    view.dataset.shown = path;
    view.className = "";
    view.id = "view";
    old.remove();
    listenTo(view.contentDocument);
    settle();
  };
  old.after(view);
}

function listenTo(page) {
  page.addEventListener("click", (event) => press(event.target.closest(".value, button.more")));
  page.addEventListener("keydown", (event) => {
    const value = event.target.closest(".value, button.more");
    if (value && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      press(value);
    } else shortcut(event);
  });
}

const steps = (text) => (text ? JSON.parse(text) : undefined);

function press(value) {
  if (!value) return;
  if (value.matches(".more")) panel.add(steps(value.dataset.list), Number(value.dataset.index));
  else panel.open(steps(value.dataset.at), steps(value.dataset.via), { isGap: value.matches(".gap"), mention: mentions(value).indexOf(value) });
}

// A value may be printed at several places: these are they.
const mentions = (value) => stops().filter((each) => each.dataset.at === value.dataset.at && each.dataset.via === value.dataset.via);

// After each drawing: what can be added stands under its list, and the focus is back where it was.
function settle() {
  if (!isLocked) offerMore(frame());
  countGaps();
  if (!wanted || panel.isOpen()) return;
  const { at, via, mention, isNext } = wanted;
  wanted = null;
  if (isNext && goToGap(at)) return press(frame().activeElement);
  reach(at, via, mention);
}

const stops = () => [...frame().querySelectorAll(".value[tabindex]")];
const key = (path) => JSON.stringify(path);

// The value at a place, or the nearest that stands inside of it, or what holds it.
function find(at, via) {
  const all = stops();
  const own = all.filter((each) => (via ? each.dataset.via === key(via) : !each.dataset.via));
  for (let end = at.length; end > 0; end -= 1) {
    const start = key(at.slice(0, end)).slice(0, -1);
    const found = [...own, ...all].find((each) => each.dataset.at === `${start}]` || each.dataset.at.startsWith(`${start},`));
    if (found) return found;
  }
  return null;
}

function reach(at, via, mention = 0) {
  const first = find(at, via);
  const found = first && (mentions(first)[mention] ?? first);
  if (!found) return element("view").focus();
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "nearest" });
  return found;
}

// ── gaps ──────────────────────────────────────────────────────────────────────────────────────────────────────

const gaps = () => stops().filter((each) => each.matches(".gap"));
let lastGap = null;

function countGaps() {
  const found = gaps();
  const now = found.findIndex((each) => each === frame().activeElement);
  const button = element("next-gap");
  button.disabled = !found.length;
  button.textContent = !found.length ? words.gap_none : now < 0 ? `${words.gap_next} (${found.length})` : say(words.gap_of, { n: now + 1, m: found.length });
}

function goToGap(after) {
  const found = gaps();
  if (!found.length) return false;
  const page = frame();
  const from = page.activeElement?.matches?.(".value") ? page.activeElement : after ? find(after) : lastGap?.isConnected ? lastGap : null;
  const next = found.find((each) => from && from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) ?? found[0];
  lastGap = next;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  countGaps();
  return true;
}

// ── the guide ─────────────────────────────────────────────────────────────────────────────────────────────────

let tasks = [];

function work(task) {
  reach(task.at);
  if (task.isNew) panel.add(task.at, 999, { isTask: true, task });
  else panel.open(task.at, undefined, { isTask: true, keys: task.keys, task });
}

// The next form of the guide after one that was saved.
function workOn({ task }) {
  const at = tasks.findIndex((each) => key(each.at) === key(task.at) && each.isNew === task.isNew);
  const next = tasks[at + 1] ?? tasks.find((each) => key(each.at) !== key(task.at));
  if (next) work(next);
}

function step({ text, label, at, tasks: left }) {
  if (!left.length) return make("li", { className: "ready" }, "✓ ", way(label, at));
  return make("li", {}, make("button", { type: "button", className: "link", onclick: () => work(left[0]) }, text));
}

// The short document in every format, when all of it is written.
function downloads(document) {
  const short = [...element("choice").options].find(({ value }) => value.startsWith(document) && value.endsWith("-short"));
  const path = short && `${element("language").value}/${encodeURIComponent(short.value)}`;
  const links = path ? [...globalThis.document.querySelectorAll(".file")].map((file) => make("a", { href: `file/${path}/${file.id}` }, file.textContent)) : [];
  return links.flatMap((link) => [link, " "]);
}

function showGuide(guide) {
  element("guide").hidden = !guide;
  tasks = guide ? guide.stages.flatMap((stage) => stage.steps.flatMap((each) => each.tasks)) : [];
  if (!guide) return;
  element("share").replaceChildren(...(guide.done < guide.all ? [guide.share] : [guide.complete, " ", ...downloads(guide.document)]));
  Object.assign(element("progress"), { max: guide.all, value: guide.done });
  element("stages").replaceChildren(...guide.stages.flatMap(({ title, steps: each }) => [make("h3", {}, title), make("ul", {}, ...each.map(step))]));
}

// ── what can be added ─────────────────────────────────────────────────────────────────────────────────────────

// The list whose entries a table or list prints: of all that its values stand in, the one with the most entries here.
function listOf(block) {
  const found = new Map();
  for (const value of block.querySelectorAll(".value[tabindex]:not([data-via])")) {
    const path = JSON.parse(value.dataset.at);
    for (let end = 1; end < path.length; end += 1) {
      if (typeof path[end] !== "number") continue;
      const list = path.slice(0, end);
      if (!words.lists[list.filter((step) => typeof step === "string").join(".")]) continue;
      const entries = found.get(key(list)) ?? new Set();
      found.set(key(list), entries.add(path[end]));
    }
  }
  const sizes = [...found].sort(([one, few], [other, many]) => many.size - few.size || one.length - other.length);
  return sizes[0] && { list: sizes[0][0], index: Math.max(...sizes[0][1]) + 1 };
}

function offerMore(page) {
  for (const old of page.querySelectorAll("button.more")) old.remove();
  const last = new Map();
  for (const block of page.querySelectorAll("main table, main ul, main ol")) {
    if (block.closest(".notes, nav") || block.parentElement.closest("table, ul, ol")) continue;
    const printed = listOf(block);
    if (printed) last.set(printed.list, [block, Math.max(printed.index, last.get(printed.list)?.[1] ?? 0)]);
  }
  for (const [list, [block, index]] of last) {
    const button = page.createElement("button");
    const way = JSON.parse(list).filter((step) => typeof step === "string").join(".");
    Object.assign(button, { type: "button", className: "more", textContent: say(words.add_named, { what: words.lists[way] }) });
    Object.assign(button.dataset, { list, index });
    (block.closest(".scroll") ?? block).after(button);
  }
}

// ── undo ──────────────────────────────────────────────────────────────────────────────────────────────────────

async function turnBack(what) {
  const answer = await send({ do: what });
  panel.tell([answer.said, ...answer.readings.map(({ file, page }) => `${file} / ${page}`)].join(" "));
}

function shortcut(event) {
  if (isLocked || panel.isOpen() || !(event.ctrlKey || event.metaKey) || event.code !== "KeyZ" || event.target.closest("input, textarea")) return;
  event.preventDefault();
  turnBack(event.shiftKey ? "redo" : "undo");
}

function fill(select, choices, wished) {
  select.replaceChildren(...choices.map((each) => new Option(each.label, each.name)));
  if (choices.some((each) => each.name === wished)) select.value = wished;
}

function choose(state) {
  const [language, name] = decodeURIComponent(location.hash.slice(1)).split("/");
  const choices = JSON.stringify([state.choices, state.languages]);
  if (choices !== known.choices) {
    fill(element("choice"), state.choices, element("choice").value || name);
    fill(element("language"), state.languages, element("language").value || language || state.language);
  }
  known.choices = choices;
}

function small(text) {
  const said = document.createElement("small");
  said.textContent = text;
  return said;
}

// A place that a finding leads to.
function way(name, at) {
  const show = () => { reach(at); panel.open(at); };
  return make("button", { type: "button", className: "link", onclick: show }, name);
}

// Many findings of one code: what is wrong, then everyone it is wrong with and where.
function alike({ message, things, hint }) {
  const item = document.createElement("li");
  item.append(things.length ? `${message}: ` : message);
  things.forEach(({ name, at }, place) => item.append(place ? "; " : "", at ? way(name, at) : name));
  if (hint) item.append(small(hint));
  return item;
}

function line(finding) {
  const item = document.createElement("li");
  const place = document.createElement("strong");
  place.append(finding.at && finding.place ? way(finding.place, finding.at) : finding.place, finding.place ? " · " : "", finding.code);
  item.append(place, ` ${finding.message}`);
  if (finding.hint) item.append(small(finding.hint));
  if (finding.alike.length) {
    const list = document.createElement("ul");
    list.append(...finding.alike.map(alike));
    item.append(list);
  }
  return item;
}

function group({ severity, title, findings }) {
  const heading = document.createElement("h3");
  heading.textContent = title;
  const list = document.createElement("ul");
  list.className = severity;
  list.append(...findings.map(line));
  return [heading, list];
}

// What a save has made wrong is told where the save was.
function warn(groups) {
  const errors = groups.filter(({ severity }) => severity === "error").flatMap(({ findings }) => findings.flatMap((each) => [each, ...each.alike.flatMap(({ message, things }) => things.map(({ name, at }) => ({ at, message: `${name}: ${message}` })))]));
  const told = errors.filter(({ at }) => at).map(({ at, message }) => [key(at) + message, at, message]);
  const fresh = told.filter(([mark]) => known.errors && !known.errors.has(mark));
  if (known.isSaved && fresh.length) {
    const [[, at, message]] = fresh;
    panel.tell(element("told").textContent, " ", say(words.now_wrong, { count: fresh.length }), " ", way(message, at));
  }
  known.errors = new Set(told.map(([mark]) => mark));
}

function tell(state) {
  warn(state.groups);
  element("broken").hidden = !state.broken;
  if (!isLocked) {
    element("undo").disabled = !state.undo;
    element("redo").disabled = !state.redo;
  }
  showGuide(isLocked ? null : state.guide);
  element("found").textContent = state.summary;
  element("findings").replaceChildren(...state.groups.flatMap(group));
}

async function listen() {
  for (;;) {
    try {
      const answer = await fetch(`state/${known.number}`);
      if (!answer.ok) throw new Error(answer.status);
      const state = await answer.json();
      element("gone").hidden = true;
      if (state.number === known.number) continue;
      const isNew = state.drawn !== known.drawn;
      known.number = state.number;
      known.drawn = state.drawn;
      choose(state);
      if (isNew) draw();
      tell(state);
    } catch {
      element("gone").hidden = false;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

for (const id of ["choice", "language"]) {
  element(id).addEventListener("change", () => {
    location.hash = `${element("language").value}/${encodeURIComponent(element("choice").value)}`;
    draw();
  });
}
panel.prepare({
  words,
  locked: isLocked,
  settled(place) {
    wanted = place;
    known.isSaved = place.isSaved;
    if (place.isTask && place.isNext) workOn(place);
    else if (!place.isSaved) settle();
  },
});
for (const what of isLocked ? [] : ["undo", "redo"]) element(what).addEventListener("click", () => turnBack(what));
element("skip").addEventListener("click", () => (element("guide").hidden ? element("findings") : element("begin")).focus());
element("begin").addEventListener("click", () => work(tasks[0]));
element("next-gap").addEventListener("click", () => goToGap());
document.addEventListener("keydown", shortcut);
listen();
