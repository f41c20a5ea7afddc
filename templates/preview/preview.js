"use strict";
const element = (id) => document.getElementById(id);
const known = { number: 0, drawn: -1, choices: "", language: "" };

// The new page is made ready behind the old one, at the same place of the text, and then takes its place.
function draw() {
  const name = element("choice").value;
  if (!name) return;
  const path = `${element("language").value}/${encodeURIComponent(name)}`;
  for (const file of document.querySelectorAll(".file")) file.href = `file/${path}/${file.id}`;
  for (const late of document.querySelectorAll(".coming")) late.remove();
  const old = element("view");
  const view = old.cloneNode();
  view.removeAttribute("id");
  view.className = "coming";
  view.src = `show/${path}?${known.drawn}`;
  view.onload = () => {
    const top = old.dataset.shown === path ? old.contentWindow.scrollY : 0;
    view.contentWindow.scrollTo({ top, behavior: "instant" });
    view.dataset.shown = path;
    view.className = "";
    view.id = "view";
    old.remove();
  };
  old.after(view);
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

// Many findings of one code: what is wrong, then everyone it is wrong with and where.
function alike({ message, things, hint }) {
  const item = document.createElement("li");
  item.append(things ? `${message}: ${things}` : message);
  if (hint) item.append(small(hint));
  return item;
}

function line(finding) {
  const item = document.createElement("li");
  const place = document.createElement("strong");
  place.textContent = [finding.place, finding.code].filter(Boolean).join(" · ");
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

function tell(state) {
  element("broken").hidden = !state.broken;
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
listen();
