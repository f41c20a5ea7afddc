// Editors of fields: each is an element and a way to read what it holds as data of the input; null for nothing.
let words = {};
export const speak = (said) => { words = said; };
export const fill = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_, key) => facts[key]);

export function make(tag, facts = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...inside);
  return made;
}

let count = 0;
const fresh = () => `field-${(count += 1)}`;
const bare = (control) => control.value.trim() || null;

// A control with its label over it.
function labelled(text, control) {
  control.id ||= fresh();
  return make("div", { className: "part" }, make("label", { htmlFor: control.id }, text), control);
}

function choices(options, value, empty) {
  const select = make("select");
  if (empty !== undefined) select.append(new Option(empty, ""));
  let group = null;
  for (const [name, label, under] of options) {
    if (under && group?.label !== under) select.append((group = make("optgroup", { label: under })));
    (under ? group : select).append(new Option(label, name));
  }
  if (value && !options.some(([name]) => name === value)) select.append(new Option(value, value));
  select.value = value ?? "";
  return select;
}

function line(spec, value, mode = "text") {
  const node = make("input", { type: "text", inputMode: mode, value: value ?? "", autocomplete: "off" });
  return { node, control: node, read: () => bare(node) };
}

function text(spec, value) {
  const lines = Math.ceil((value ?? "").length / 45) + (value ?? "").split("\n").length;
  const node = make("textarea", { value: value ?? "", rows: Math.min(Math.max(lines, 2), 14) });
  return { node, control: node, read: () => bare(node) };
}

function lineByLine(spec, value) {
  const made = text(spec, (value ?? []).join("\n"));
  const read = () => {
    const lines = made.node.value.split("\n").map((each) => each.trim()).filter(Boolean);
    return lines.length ? lines : null;
  };
  return { ...made, read, hint: words.one_a_line };
}

// A day or a period; «2027-01 – 2027-03» is a span. A date with words of its own keeps them until it is changed.
const day = (written) => (words.day ? String(written).replace(/^(\d{4})-(\d{2})-(\d{2})$/, words.day) : String(written));
function date(spec, value) {
  const span = value?.date?.from ? value.date : value;
  const shown = span?.from ? `${day(span.from)} – ${day(span.to)}` : day(value?.date ?? value ?? "");
  const made = line(spec, shown);
  const read = () => {
    const said = made.node.value.trim();
    if (said === shown) return value ?? null;
    const [from, to] = said.split(/\s+[–—-]\s+/);
    return to ? { from, to } : said || null;
  };
  return { ...made, read };
}

// Who is not among the positions yet gets its name here, and joins them with the save.
function freshName(spec) {
  const name = make("input", { type: "text", autocomplete: "off" });
  return { node: labelled(words.fresh_name, name), name, read: () => (name.value.trim() ? spec.fresh + name.value.trim() : null) };
}

function oneOf(spec, value) {
  const node = choices(spec.options, value, spec.required ? undefined : words.no_choice);
  if (spec.required && !value) node.selectedIndex = 0;
  if (!spec.fresh) return { node, control: node, read: () => node.value || null };
  const fresh = freshName(spec);
  node.append(new Option(words.fresh_role, spec.fresh));
  const isFresh = () => node.value === spec.fresh;
  fresh.node.hidden = true;
  node.addEventListener("change", () => { fresh.node.hidden = !isFresh(); if (isFresh()) fresh.name.focus(); });
  return { node: make("div", {}, node, fresh.node), control: node, read: () => (isFresh() ? fresh.read() : node.value || null) };
}

function choice(spec, value) {
  if (!spec.many) return oneOf(spec, value);
  const held = value ?? [];
  const known = [...spec.options, ...held.filter((each) => !spec.options.some(([name]) => name === each)).map((each) => [each, each])];
  const boxes = known.map(([name, label]) => {
    const box = make("input", { type: "checkbox", value: name, checked: held.includes(name) });
    return [box, make("label", { className: "tick" }, box, ` ${label}`)];
  });
  const fresh = spec.fresh ? freshName(spec) : null;
  const ticks = make("div", { className: "ticks" }, ...boxes.map(([, label]) => label));
  const node = make("div", {}, ...(boxes.length ? [ticks] : []), ...(fresh ? [fresh.node] : []));
  const read = () => {
    const ticked = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    if (fresh?.read()) ticked.push(fresh.read());
    const kept = [...held.filter((each) => ticked.includes(each)), ...ticked.filter((each) => !held.includes(each))];
    return kept.length ? kept : null;
  };
  return { node, control: boxes[0]?.[0] ?? fresh?.name ?? node, read, isGroup: true };
}

function mapping(spec, value) {
  const held = value ?? {};
  const options = [...spec.options, ...Object.keys(held).filter((key) => !spec.options.some(([name]) => name === key)).map((key) => [key, key])];
  const parts = options.filter(([key]) => typeof (held[key] ?? "") === "string").map(([key, label]) => [key, text(spec, held[key]), label]);
  const node = make("div", { className: "inside" }, ...parts.map(([, part, label]) => labelled(label, part.node)));
  const read = () => {
    const found = { ...held };
    for (const [key, part] of parts) {
      if (part.read()) found[key] = part.read();
      else delete found[key];
    }
    return Object.keys(found).length ? found : null;
  };
  return { node, control: parts[0]?.[1].node ?? node, read, isGroup: true };
}

// A duration as the file writes it, «PT15M», by its unit and its number; null for one of several units.
function lengthOf(written) {
  const found = /^P(T?)(\d+)([YMWDH])$/.exec(written ?? "");
  return found && { unit: found[1] + found[3], number: found[2] };
}

// A change: which way, by how much, of what, against what.
function change(spec, held = {}) {
  const way = choices(spec.changes, spec.changes.map(([key]) => key).find((key) => held[key] !== undefined) ?? "up_by");
  const amount = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", value: held[way.value] ?? "" });
  const unit = choices(spec.units, held.unit, words.no_choice);
  const base = make("input", { type: "text", autocomplete: "off", value: held.from ?? "" });
  const parts = [way, labelled(words.number, amount), labelled(spec.words.unit, unit), labelled(spec.words.base, base)];
  const read = () => (bare(amount) ? { [way.value]: bare(amount), ...(unit.value ? { unit: unit.value } : {}), ...(bare(base) ? { from: bare(base) } : {}) } : null);
  return { node: make("div", { className: "row" }, ...parts), read };
}

// True for a form that has no editor: a share of several, a change or a duration of several parts.
const isWhole = (held, now) => now === "fraction" || (now === "duration" && !lengthOf(held.duration)) || (now === "change" && Object.values(held.change).some((each) => typeof each === "object"));

// A figure: its form, its number or numbers, its unit. It gives all its keys, null for those it has not.
function figure(spec, value) {
  const held = { ...value };
  const before = ["fraction", "duration", "change"].find((key) => held[key] !== undefined);
  const known = spec.forms.map(([key]) => key).filter((key) => key !== before || !isWhole(held, before));
  const now = known.find((key) => held[key] !== undefined) ?? before;
  const forms = known.includes(now) || !now || spec.forms.some(([key]) => key === now) ? spec.forms : [...spec.forms, [now, now]];
  const form = choices(forms, now, spec.required && now ? undefined : words.figure_none);
  if (!now && !known.includes("text")) form.value = spec.required ? "value" : "";
  const numbers = [make("input", { type: "text", autocomplete: "off" }), make("input", { type: "text", inputMode: "decimal", autocomplete: "off" })];
  const length = lengthOf(held.duration);
  const shown = now === "duration" ? length?.number : held[now];
  numbers[0].value = typeof shown === "string" ? shown : shown?.from ? `${shown.from} – ${shown.to}` : "";
  numbers[1].value = held.max ?? "";
  const pick = (key) => spec[key]?.length ? choices(spec[key], held[key], words.no_choice) : null;
  const extra = { unit: pick(spec.units.length ? "units" : ""), per: pick("per"), currency: pick("currency") };
  if (extra.unit) extra.unit.value = held.unit ?? "";
  const first = labelled(words.number, numbers[0]);
  const second = labelled(words.to, numbers[1]);
  const row = make("div", { className: "row" }, labelled(words.form, form), first, second);
  const lengths = choices(spec.lengths, length?.unit ?? "TM");
  const byUnit = labelled(spec.words.unit, lengths);
  const changed = change(spec, isWhole(held, now) ? undefined : held.change);
  for (const [key, select] of Object.entries(extra)) if (select) row.append(labelled(spec.words[key], select));
  row.append(byUnit, changed.node);
  const isFixed = () => !known.includes(form.value) && form.value;
  const settle = () => {
    first.hidden = !form.value || form.value === "change" || Boolean(isFixed());
    byUnit.hidden = form.value !== "duration" || Boolean(isFixed());
    changed.node.hidden = form.value !== "change" || Boolean(isFixed());
    second.hidden = form.value !== "min";
    for (const key of ["unit", "per"]) if (extra[key]) extra[key].parentElement.hidden = ["state", "date", "change", "duration"].includes(form.value);
    first.firstChild.textContent = form.value === "min" ? words.from : ["state", "date"].includes(form.value) ? form.selectedOptions[0].text : words.number;
  };
  form.addEventListener("change", settle);
  settle();
  const read = () => {
    const found = Object.fromEntries(spec.keys.map((key) => [key, null]));
    for (const [key, select] of Object.entries(extra)) if (select) found[key] = select.value || null;
    if (isFixed()) return { ...found, ...held };
    if (["change", "duration"].includes(form.value)) {
      const length = bare(numbers[0]) && `P${lengths.value[0] === "T" ? "T" : ""}${bare(numbers[0])}${lengths.value.at(-1)}`;
      return { ...Object.fromEntries(spec.keys.map((key) => [key, null])), [form.value]: form.value === "change" ? changed.read() : length };
    }
    if (form.value) found[form.value] = numbers[0].value.trim() === (typeof shown === "object" ? `${shown?.from} – ${shown?.to}` : null) ? shown : bare(numbers[0]);
    if (form.value === "min") found.max = bare(numbers[1]);
    if (form.value === "state") found.done_when = held.done_when ?? null;
    if (!form.value || found[form.value] === null) for (const key of ["unit", "per", "currency"]) if (key in found && !held[key]) found[key] = null;
    return found;
  };
  return { node: row, control: numbers[0].parentElement.hidden ? form : numbers[0], read, isGroup: true };
}

// A part inside a part is folded until it is asked for: its fields are many.
function group(spec, value, tools) {
  const inside = fields(spec.fields, value ?? {}, tools);
  const held = spec.fields.filter((each) => (each.keys ?? [each.key]).some((key) => value?.[key] !== undefined));
  const names = held.map((each) => each.label).join(", ") || (tools.locked ? words.empty : words.fill_in);
  const node = make("details", { className: "inside", open: spec.isOpen ?? false }, make("summary", {}, names), ...inside.nodes);
  const read = () => {
    const found = inside.read();
    const kept = Object.entries(found).filter(([key, each]) => each !== null || value?.[key] !== undefined);
    // What was filled in beforehand alone is no answer.
    if (!kept.some(([key, each]) => value?.[key] !== undefined || !spec.fields.some((own) => own.key === key && own.default === each))) return null;
    return spec.many ? [Object.fromEntries(kept)] : Object.fromEntries(kept); // of a list its first entry
  };
  return { node, control: node.querySelector("input, select, textarea") ?? node, read, isGroup: true };
}

function list(spec, value, tools) {
  const entries = (value ?? []).map(({ at, name }) => make("li", {}, make("button", { type: "button", className: "entry", onclick: () => tools.open(at) }, name)));
  const node = make("div", { className: "inside" }, entries.length ? make("ul", { className: "entries" }, ...entries) : make("p", { className: "help" }, words.empty));
  const add = make("button", { type: "button", className: "quiet", onclick: () => tools.add(spec.key, entries.length) }, words.add);
  if (!tools.locked) node.append(add);
  return { node, control: node.querySelector("button") ?? node, read: () => undefined, isGroup: true };
}

function fixed(spec, value) {
  const node = make("p", { className: "help", tabIndex: -1 }, fill(words.file_only, { place: value ?? "" }));
  return { node, control: node, read: () => undefined, isGroup: true };
}

const KINDS = { line, text, texts: lineByLine, lines: lineByLine, date, choice, mapping, figure, group, list, fixed };
KINDS.number = (spec, value) => line(spec, value, "decimal");
KINDS.boolean = choice;

// What is not known yet: why, by when, who finds out.
function notKnown(held, { reasons, owners, words: named }) {
  const reason = choices(reasons, held?.reason, words.no_choice);
  const until = date({}, held?.resolve_by);
  const owner = choices(owners, held?.owner, words.no_choice);
  const node = make("div", { className: "row" }, labelled(named.reason, reason), labelled(named.resolve_by, until.node), labelled(named.owner, owner));
  const read = () => {
    const found = { ...held, reason: reason.value || null, resolve_by: until.read(), owner: owner.value || null };
    return Object.fromEntries(Object.entries(found).filter(([, each]) => each !== null));
  };
  return { node, read };
}

// An editor that may give way to «not known yet».
function orUnknown(spec, value, tools, plain) {
  const isUnknown = Boolean(value && typeof value === "object" && "unknown" in value);
  const known = plain(spec, isUnknown ? undefined : value, tools);
  const unknown = notKnown(isUnknown ? value.unknown : undefined, tools.unknowns);
  const box = make("input", { type: "checkbox", checked: isUnknown });
  const settle = () => { known.node.hidden = box.checked; unknown.node.hidden = !box.checked; };
  box.addEventListener("change", settle);
  settle();
  const nothing = spec.keys ? Object.fromEntries(spec.keys.map((key) => [key, null])) : {};
  const read = () => (box.checked ? { ...nothing, unknown: unknown.read() } : known.read());
  const node = make("div", {}, known.node, make("label", { className: "tick" }, box, ` ${words.unknown}`), unknown.node);
  return { ...known, node, read };
}

function field(spec, value, tools) {
  const kind = KINDS[spec.kind];
  const made = spec.unknown ? orUnknown(spec, value, tools, kind) : kind(spec, value, tools);
  const title = spec.required ? `${spec.label} (${words.required})` : spec.label;
  const said = [spec.help, made.hint].filter(Boolean).join(" ");
  const help = make("p", { className: "help", id: fresh() }, said);
  if (!made.isGroup) {
    made.control.id = fresh();
    if (spec.required) made.control.required = true;
    if (said) made.control.setAttribute("aria-describedby", help.id);
  }
  const head = made.isGroup ? make("legend", {}, title) : make("label", { htmlFor: made.control.id }, title);
  const node = make(made.isGroup ? "fieldset" : "div", { className: "field" }, head, ...(said ? [help] : []), made.node);
  node.dataset.key = spec.key;
  return { ...made, node };
}

// The fields of a part, the rare ones folded, and a way to read them all; a figure's keys stand among the others.
export function fields(specs, values, tools, focus) {
  const isOpen = (spec) => spec.kind === "group" && Boolean(focus?.includes(spec.key));
  const made = specs.map((each) => ({ ...each, isOpen: isOpen(each) })).map((spec) => [spec, field(spec, spec.keys ? figureIn(spec, values) : values[spec.key] ?? spec.default, tools)]);
  const usual = made.filter(([spec]) => (focus === undefined ? !spec.rare : focus.includes(spec.key)));
  const rest = made.filter((each) => !usual.includes(each));
  const nodes = usual.map(([, each]) => each.node);
  if (rest.length) {
    const folded = make("details", {}, make("summary", {}, words.rare), ...rest.map(([, each]) => each.node));
    folded.open = !usual.length;
    nodes.push(folded);
  }
  const before = new Map(made.map(([spec, each]) => [spec.key, JSON.stringify(each.read())]));
  const gather = (isWanted) => {
    const found = {};
    for (const [spec, each] of made) {
      const read = each.read();
      if (read === undefined || !isWanted(spec, read)) continue;
      if (spec.keys) Object.assign(found, read);
      else found[spec.key] = read;
    }
    return found;
  };
  const read = () => gather(() => true);
  const changed = () => gather((spec, now) => before.get(spec.key) !== JSON.stringify(now));
  // The fields that something is wrong with are marked; gives the first.
  const blame = (keys) => {
    const blamed = made.filter(([spec]) => keys.some((key) => key === spec.key || spec.keys?.includes(key)));
    for (const each of made) each[1].control.toggleAttribute("aria-invalid", false);
    for (const [, { control }] of blamed) {
      control.setAttribute("aria-invalid", "true");
      for (let folded = control.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
    }
    return blamed[0]?.[1].control;
  };
  return { nodes, read, changed, blame, control: (focus === undefined ? made : usual)[0]?.[1].control };
}

function figureIn(spec, values) {
  if (values[spec.key]) return values[spec.key];
  return Object.fromEntries(spec.keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}
