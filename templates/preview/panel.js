// The panel beside the document: the form of one place, saved through the program, closed back to where it came from.
import { fields, fill, make, speak } from "./editors.js";

const element = (id) => document.getElementById(id);
const state = { words: {}, locked: false, form: null, shown: null, back: () => {}, after: () => {} };

export function prepare({ words, locked, settled }) {
  Object.assign(state, { words, locked, settled });
  speak(words);
  const panel = element("panel");
  panel.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
  panel.addEventListener("click", (event) => { if (event.target === panel) close(); });
  element("panel-form").addEventListener("submit", (event) => { event.preventDefault(); save(event.submitter?.id === "panel-next"); });
  element("panel-close").addEventListener("click", () => close());
  element("panel-cancel").addEventListener("click", () => close());
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(false);
    else if (event.key === "Enter" && event.target.matches("input[type=text]")) { event.preventDefault(); save(false); }
  });
}

let telling = 0;
export function tell(said) {
  clearTimeout(telling);
  element("told").textContent = said;
  telling = setTimeout(() => element("told").replaceChildren(), 12000);
}
export const isOpen = () => element("panel").open;

async function ask(what, facts) {
  const answer = await fetch(`${what}?${new URLSearchParams(Object.entries(facts).map(([key, value]) => [key, JSON.stringify(value)]))}`);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

export async function send(wish) {
  try {
    const answer = await fetch("do", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
    if (!answer.ok) throw new Error(answer.status);
    return await answer.json();
  } catch {
    return { outcome: "refused", said: state.words.unavailable, findings: [], readings: [] };
  }
}

// The form of a printed value; via is the reference because of which a name is printed.
export async function open(at, via, more = {}) {
  try {
    const form = await ask("form", via ? { at, via } : { at });
    const isEmptyList = form.fields.some((each) => each.key === form.focus && each.kind === "list") && !form.values[form.focus].length;
    if (more.isGap && isEmptyList && !state.locked) add([...form.at, form.focus], 0, more);
    else show(form, { at, via, ...more });
  } catch {
    tell(state.words.outdated);
  }
}

// The form for a new entry of a list.
export async function add(list, index, more = {}) {
  try {
    show(await ask("blank", { at: list, index }), { at: [...list, index], isNew: true, ...more });
  } catch {
    tell(state.words.outdated);
  }
}

function show(form, place) {
  if (isOpen() && !mayLeave()) return;
  const { words } = state;

  const isNew = place.isNew ?? false;
  const tools = {
    unknowns: form.unknowns,
    locked: state.locked,
    open: (at) => open(at),
    add: (key, index) => add([...form.at, key], index),
  };
  const wished = place.keys ?? [form.focus];
  const focus = form.fields.filter((each) => wished.includes(each.key) && (each.key || each.keys)).map((each) => each.key);
  const inside = fields(form.fields, form.values, tools, !isNew && focus.length ? focus : undefined);
  element("panel-title").textContent = isNew ? fill(words.new, { what: form.title }) : form.title;
  element("panel-above").replaceChildren(...form.above.map(({ at, title }) => make("button", { type: "button", className: "link", onclick: () => open(at) }, title)));
  element("panel-place").textContent = form.place ?? "";
  element("panel-said").replaceChildren();
  element("panel-findings").replaceChildren(...(form.findings ?? []).map(finding));
  element("panel-fields").replaceChildren(...inside.nodes);
  element("panel-fields").disabled = state.locked;
  element("panel-check").replaceChildren(...check(form));
  element("panel-more").replaceChildren(...(isNew || state.locked ? [] : more(form)));
  if (form.refers) element("panel-more").prepend(make("button", { type: "button", className: "quiet", onclick: () => open(form.refers.at) }, fill(words.go_to, { what: form.refers.title })));
  for (const id of ["panel-save", "panel-next", "panel-cancel"]) element(id).hidden = state.locked;
  element("panel-next").hidden = state.locked || !(place.isGap || place.isTask);
  Object.assign(state, { form, inside, place });
  inside.filled = isNew ? Object.keys(changes()).length : 0;
  if (!isOpen()) element("panel").showModal();
  element("panel").scrollTop = 0;
  (inside.control ?? element("panel-close")).focus();
  if (place.keys?.length) inside.control?.select?.(); // a mark in the place of a text gives way to what is typed
}

function finding({ severity, code, message, hint }) {
  const { words } = state;
  const item = make("li", { className: severity }, make("strong", {}, `${words.severity[severity]} ${code}`), ` ${message}`);
  if (hint) item.append(make("small", {}, hint));
  return item;
}

// An example of the starter is one until somebody says that it was replaced; whoever changes it most likely did.
function check(form) {
  if (!form.example || state.locked) return [];
  const box = make("input", { type: "checkbox", id: "panel-verified", checked: true });
  return [make("label", { className: "tick" }, box, ` ${state.words.check}`)];
}

function more(form) {
  const { words } = state;
  const { entry } = form;
  if (!entry) return [];
  const button = (text, onclick) => make("button", { type: "button", className: "quiet", onclick }, text);
  const move = (by) => () => finish({ do: "move", at: form.at, index: entry.index + by }, [...entry.list, entry.index + by]);
  return [
    button(fill(words.add_named, { what: entry.label }), () => add(entry.list, entry.index + 1)),
    ...(entry.index > 0 ? [button(words.up, move(-1))] : []),
    ...(entry.index < entry.count - 1 ? [button(words.down, move(1))] : []),
    button(words.remove, () => askToRemove(form)),
  ];
}

async function askToRemove(form) {
  const { words } = state;
  const { names } = await ask("refers", { at: form.at });
  const really = make("button", { type: "button", className: "danger", onclick: () => finish({ do: "remove", at: form.at }, form.entry.list) }, words.remove);
  const back = make("button", { type: "button", className: "quiet", onclick: () => { element("panel-said").replaceChildren(); element("panel-close").focus(); } }, words.keep);
  const told = names.length ? [make("p", {}, words.refers), make("ul", {}, ...names.map((each) => make("li", {}, each)))] : [make("p", {}, words.refers_none)];
  element("panel-said").replaceChildren(make("p", {}, fill(words.remove_ask, { what: form.title })), ...told, really, back);
  element("panel-said").scrollIntoView({ block: "nearest" });
  really.focus();
}

const changes = () => (state.place?.isNew ? kept(state.inside.read()) : state.inside.changed());
const kept = (values) => Object.fromEntries(Object.entries(values).filter(([, each]) => each !== null));
const isVerified = () => element("panel-verified")?.checked;

async function save(isNext) {
  const { form, place } = state;
  const values = changes();
  if (place.isNew) return finish({ do: "add", at: form.at, index: form.index, values }, place.at, isNext);
  const isChanged = Object.keys(values).length > 0;
  if (!isChanged && !isVerified()) return leave(isNext);
  const verified = isVerified() ? { verified: form.example } : {};
  return finish({ do: "set", at: form.at, values, ...verified }, place.at, isNext);
}

async function finish(wish, at, isNext = false) {
  const answer = await send({ ...wish, mark: state.form.mark });
  if (answer.outcome === "refused" || answer.outcome === "conflict") return refuse(answer);
  tell(answer.outcome === "done" ? fill(state.words.saved, { what: answer.said }) : answer.said);
  state.place = { ...state.place, at, isSaved: answer.outcome === "done" };
  return leave(isNext);
}

function refuse({ said, findings, readings }) {
  const { words } = state;
  const told = findings.map((each) => make("li", {}, each.message, make("small", {}, each.hint)));
  const both = readings.flatMap(({ file, page }) => [
    make("dt", {}, words.conflict_file), make("dd", {}, file), make("dt", {}, words.conflict_page), make("dd", {}, page),
  ]);
  element("panel-said").replaceChildren(make("p", {}, said), ...(told.length ? [make("ul", {}, ...told)] : []), ...(both.length ? [make("dl", {}, ...both)] : []));
  element("panel-said").scrollIntoView({ block: "nearest" });
}

const mayLeave = () => {
  const isDirty = state.inside && !state.locked && (state.place.isNew ? Object.keys(changes()).length > state.inside.filled : Object.keys(changes()).length > 0);
  return !isDirty || confirm(state.words.discard);
};

function close() {
  if (mayLeave()) leave(false);
}

function leave(isNext) {
  const { place } = state;
  state.inside = null;
  element("panel").close();
  state.settled({ ...place, isNext });
}
