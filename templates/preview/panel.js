// The panel beside the document: the form of one place, saved through the program, closed back to where it came from.
import { fields, fill, make, speak } from "./editors.js";
import { ask, reached, send } from "./wire.js";

const element = (id) => document.getElementById(id);
const state = { words: {}, locked: false, form: null, inside: null, place: null, settled: () => {} };

export function prepare({ words, locked, settled }) {
  Object.assign(state, { words, locked, settled });
  Object.assign(reached, { words });
  speak(words);
  const panel = element("panel");
  panel.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
  panel.addEventListener("click", (event) => { if (event.target === panel) close(); });
  element("panel-form").addEventListener("submit", (event) => { event.preventDefault(); save(event.submitter?.id === "panel-next"); });
  element("panel-close").addEventListener("click", close);
  element("panel-cancel").addEventListener("click", () => (isDirty() ? leave(false) : close()));
  for (const typed of ["input", "change"]) element("panel-fields").addEventListener(typed, notice);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(false);
    else if (event.key === "Enter" && event.target.matches("input[type=text]")) { event.preventDefault(); save(false); }
  });
}

let telling = 0;
export function tell(...said) {
  clearTimeout(telling);
  element("told").replaceChildren(...said);
  telling = setTimeout(() => element("told").replaceChildren(), 12000);
}
export const isOpen = () => element("panel").open;

// ── what is shown ─────────────────────────────────────────────────────────────────────────────────────────────

// The form of a printed value; via is the reference because of which a name is printed.
export function open(at, via, more = {}) {
  return onceSettled(async () => {
    const form = await ask("form", via ? { at, via } : { at });
    const isEmptyList = form.fields.some((each) => each.key === form.focus && each.kind === "list") && !form.values[form.focus].length;
    if (more.isGap && isEmptyList && !state.locked) await showNew([...form.at, form.focus], 0, more);
    else show(form, { at, via, ...more });
  });
}

// The form for a new entry of a list.
export const add = (list, index, more = {}) => onceSettled(() => showNew(list, index, more));

async function showNew(list, index, more) {
  show(await ask("blank", { at: list, index }), { at: [...list, index], isNew: true, ...more });
}

// Goes on when nothing that was typed is lost by it: the user says what becomes of it.
async function onceSettled(goOn) {
  const onward = () => goOn().catch(({ message }) => (isOpen() ? say([make("p", {}, message)]) : tell(message)));
  if (!isDirty()) return onward();
  const { words } = state;
  const store = async (against) => {
    if (!(await stored(wish(), store, against))) return;
    state.inside = null;
    await onward();
  };
  const forget = () => { state.inside = null; return onward(); };
  say([make("p", {}, words.unsaved)], [[words.save_and_go, () => store(), "main"], [words.cancel, forget], [words.stay, stay]]);
}

function show(form, place) {
  const { words, locked } = state;
  const isNew = place.isNew ?? false;
  const parent = { ...place, parent: place.parent };
  const tools = {
    unknowns: form.unknowns,
    locked,
    open: (at) => open(at, undefined, { parent }),
    add: (key, index) => add([...form.at, key], index, { parent }),
  };
  const isFigure = !form.focus && form.fields.some((each) => each.keys);
  const wished = place.keys ?? (isFigure ? ["", "round", "due"] : [form.focus]); // a number, and of what round or by when
  const focus = form.fields.filter((each) => wished.includes(each.key) && (each.key || each.keys)).map((each) => each.key);
  const inside = fields(form.fields, form.values, tools, !isNew && focus.length ? focus : undefined);
  element("panel-title").textContent = isNew ? fill(words.new, { what: form.title }) : form.title;
  element("panel-above").replaceChildren(...form.above.map(({ at, title }) => make("button", { type: "button", className: "link", onclick: () => open(at) }, title)));
  element("panel-place").textContent = form.place ?? "";
  unsay();
  element("panel-findings").replaceChildren(...(form.findings ?? []).map(finding), ...(form.inside ? [make("li", {}, fill(words.inside, { count: form.inside }))] : []));
  element("panel-fields").replaceChildren(...inside.nodes);
  element("panel-check").replaceChildren(...check(form));
  element("panel-more").replaceChildren(...(isNew || locked ? [] : more(form)));
  if (form.refers) element("panel-more").prepend(quiet(fill(words.go_to, { what: form.refers.title }), () => open(form.refers.at)));
  for (const id of ["panel-save", "panel-next", "panel-cancel"]) element(id).hidden = locked;
  element("panel-next").hidden = locked || !(place.isGap || place.isTask);
  if (locked) for (const each of element("panel-fields").querySelectorAll("input, select, textarea")) each.disabled = true;
  Object.assign(state, { form, inside, place });
  inside.first = JSON.stringify(changes());
  notice();
  if (!isOpen()) element("panel").showModal();
  element("panel").scrollTop = 0;
  (inside.control ?? element("panel-close")).focus();
  if (place.keys?.length || place.isGap || form.findings?.some(({ code }) => code === "E-TXT-01")) inside.control?.select?.(); // a mark in the place of a text gives way to what is typed
}

const quiet = (text, onclick) => make("button", { type: "button", className: "quiet", onclick }, text);

function finding({ severity, code, message, hint }) {
  const { words } = state;
  const item = make("li", { className: severity }, make("strong", {}, `${words.severity[severity]} ${code}`), ` ${message}`);
  if (hint) item.append(make("small", {}, hint));
  return item;
}

// An example of the starter is one until somebody says that it holds or was replaced; whoever changes it most likely did.
function check(form) {
  if (!form.example || state.locked) return [];
  const { words, place } = state;
  const box = make("input", { type: "checkbox", id: "panel-verified", onclick: () => { box.dataset.isSaid = ""; } });
  const holds = quiet(words.check_holds, () => { box.checked = true; save(!element("panel-next").hidden); });
  holds.id = "panel-holds";
  return [make("label", { className: "tick" }, box, ` ${words.check}`), holds];
}

// What was typed changes what the buttons say: nothing to save is to be skipped, a changed example is one no more.
function notice() {
  const { words, inside } = state;
  if (!inside) return;
  const isChanged = isDirty();
  const [box, holds] = [element("panel-verified"), element("panel-holds")];
  if (box && !("isSaid" in box.dataset)) box.checked = isChanged;
  if (holds) holds.hidden = isChanged;
  element("panel-next").textContent = isChanged || box?.checked ? words.save_next : words.skip;
}

function more(form) {
  const { words } = state;
  const { entry } = form;
  if (!entry) return [];
  const move = (by) => async function moved(against) {
    // What was typed is saved before its entry goes up or down.
    if (isDirty() && !(await stored(wish(), moved, against))) return;
    finish({ do: "move", at: form.at, index: entry.index + by }, [...entry.list, entry.index + by]);
  };
  return [
    quiet(fill(words.add_named, { what: entry.label }), () => add(entry.list, entry.index + 1)),
    ...(entry.index > 0 ? [quiet(words.up, () => move(-1)())] : []),
    ...(entry.index < entry.count - 1 ? [quiet(words.down, () => move(1)())] : []),
    quiet(words.remove, () => askToRemove(form)),
  ];
}

async function askToRemove(form) {
  const { words } = state;
  const { names } = await ask("refers", { at: form.at });
  const told = names.length ? [make("p", {}, words.refers), make("ul", {}, ...names.map((each) => make("li", {}, each)))] : [make("p", {}, words.refers_none)];
  const remove = () => finish({ do: "remove", at: form.at }, form.entry.list);
  say([make("p", {}, fill(words.remove_ask, { what: form.title })), ...told], [[words.remove, remove, "danger"], [words.keep, stay]]);
}

// ── what is said above the fields, and the ways out of it ─────────────────────────────────────────────────────

function say(told, ways = []) {
  const buttons = ways.map(([text, onclick, className = "quiet"]) => make("button", { type: "button", className, onclick }, text));
  element("panel-said").replaceChildren(...told, ...(buttons.length ? [make("div", { className: "buttons" }, ...buttons)] : []));
  element("panel-said").scrollIntoView({ block: "nearest" });
  buttons[0]?.focus();
}

const unsay = () => element("panel-said").replaceChildren();
const stay = () => { unsay(); (state.inside?.control ?? element("panel-close")).focus(); };

function refuse({ said, findings, readings, mark }, retry) {
  const { words } = state;
  const told = findings.map((each) => make("li", {}, each.message, make("small", {}, each.hint)));
  const both = readings.flatMap(({ file, page }) => [
    make("dt", {}, words.conflict_file), make("dd", {}, file), make("dt", {}, words.conflict_page), make("dd", {}, page),
  ]);
  // Whoever has read both decides; what has changed since then is asked about again.
  const ways = readings.length ? [[words.write_mine, () => retry(mark), "main"], [words.leave_theirs, () => leave(false)]] : [];
  say([make("p", {}, said), ...(told.length ? [make("ul", {}, ...told)] : []), ...(both.length ? [make("dl", {}, ...both)] : [])], ways);
  state.inside.blame(findings.map(({ at }) => keyOf(at)).filter((each) => each !== undefined))?.focus();
}

// The field of this form that a finding is about.
function keyOf(at) {
  const { at: own } = state.form;
  const start = state.place.isNew ? [...own, state.form.index] : own;
  return at && start.every((step, index) => at[index] === step) ? at[start.length] : undefined;
}

// ── saving ────────────────────────────────────────────────────────────────────────────────────────────────────

const changes = () => (state.place?.isNew ? kept(state.inside.read()) : state.inside.changed());
const kept = (values) => Object.fromEntries(Object.entries(values).filter(([, each]) => each !== null));
const isDirty = () => isOpen() && Boolean(state.inside) && !state.locked && JSON.stringify(changes()) !== state.inside.first;
const isVerified = () => Boolean(element("panel-verified")?.checked);

// What is to be written; the field that was pressed first, for it is told of.
function wish() {
  const { form, place } = state;
  const { [form.focus]: first, ...rest } = changes();
  const values = first === undefined ? rest : { [form.focus]: first, ...rest };
  if (place.isNew) return { do: "add", at: form.at, index: form.index, values };
  return { do: "set", at: form.at, values, ...(isVerified() ? { verified: form.example } : {}) };
}

function save(isNext) {
  const { place } = state;
  if (!place.isNew && !isDirty() && !isVerified()) return leave(isNext);
  return finish(wish(), place.at, isNext);
}

async function finish(wished, at, isNext = false, against = "") {
  const outcome = await stored(wished, (mark) => finish(wished, at, isNext, mark), against);
  if (!outcome) return;
  state.place = { ...state.place, at, isSaved: outcome === "done" };
  leave(isNext);
}

// Writes a wish; nothing, with the reasons told, where it was not written. Against the text of a mark it is written
// though that says otherwise.
async function stored(wished, retry, against = "") {
  const answer = await send({ ...wished, mark: state.form.mark, against });
  if (answer.outcome === "refused" || answer.outcome === "conflict") return refuse(answer, retry);
  tell(answer.outcome === "done" ? fill(state.words.saved, { what: answer.said }) : answer.said);
  return answer.outcome;
}

// Escape closes a question first.
function close() {
  if (element("panel-said").querySelector(".buttons")) stay();
  else onceSettled(async () => leave(false));
}

function leave(isNext) {
  const { place } = state;
  state.inside = null;
  element("panel").close();
  state.settled({ ...place, isNext });
  // From an entry one comes back to the form that holds it.
  if (place.parent && place.isSaved) open(place.parent.at, place.parent.via, place.parent);
}
