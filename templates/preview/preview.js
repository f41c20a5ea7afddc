"use strict";
const element = (id) => document.getElementById(id);
let number = 0;
let shown = "";

function draw() {
  const name = element("choice").value;
  if (!name) return;
  const view = element("view");
  const kept = shown === name && view.contentWindow ? view.contentWindow.scrollY : 0;
  shown = name;
  view.onload = () => view.contentWindow.scrollTo(0, kept);
  view.src = `show/${encodeURIComponent(name)}?${number}`;
  for (const format of ["docx", "pdf"]) element(format).href = `file/${encodeURIComponent(name)}/${format}`;
}

function choose(choices) {
  const select = element("choice");
  const wished = select.value || decodeURIComponent(location.hash.slice(1));
  select.replaceChildren(...choices.map((each) => new Option(each.label, each.name)));
  if (choices.some((each) => each.name === wished)) select.value = wished;
}

function tell(state) {
  element("broken").hidden = !state.broken;
  element("found").textContent = state.summary;
  element("findings").replaceChildren(...state.findings.map((each) => {
    const item = document.createElement("li");
    item.className = each.severity;
    const place = document.createElement("strong");
    place.textContent = each.line ? `${each.line}:${each.column} ${each.code}` : each.code;
    item.append(place, ` ${each.message}`);
    if (each.hint) {
      const hint = document.createElement("small");
      hint.textContent = each.hint;
      item.append(hint);
    }
    return item;
  }));
}

async function listen() {
  for (;;) {
    try {
      const answer = await fetch(`state/${number}`);
      const state = await answer.json();
      if (state.number === number) continue;
      number = state.number;
      choose(state.choices);
      tell(state);
      if (!state.broken || !shown) draw();
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

element("choice").addEventListener("change", () => {
  location.hash = encodeURIComponent(element("choice").value);
  draw();
});
listen();
