// Puts a newer page into an older one: only what differs is replaced, so that the place, the focus and the rest stay.

const same = (one, other) => one.isEqualNode(other);

function patched(old, now) {
  const [before, after] = [[...old.childNodes], [...now.childNodes]];
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) start += 1;
  let [end, stop] = [before.length, after.length];
  while (end > start && stop > start && same(before[end - 1], after[stop - 1])) [end, stop] = [end - 1, stop - 1];
  const [gone, come] = [before.slice(start, end), after.slice(start, stop)];
  if (gone.length === come.length) gone.forEach((each, place) => replace(each, come[place]));
  else {
    for (const each of come) old.insertBefore(old.ownerDocument.adoptNode(each), before[end] ?? null);
    for (const each of gone) each.remove();
  }
}

function replace(old, now) {
  if (same(old, now)) return;
  const isAlike = old.nodeType === 1 && now.nodeType === 1 && old.tagName === now.tagName && same(old.cloneNode(), now.cloneNode());
  if (isAlike && !old.matches("svg, .value")) patched(old, now);
  else old.replaceWith(old.ownerDocument.adoptNode(now));
}

const SHEET = /<style[^>]*>([\s\S]*?)<\/style>/g;

// True if the page could be patched; with other style sheets it cannot, for its policy knows the old ones alone.
export function patch(page, text) {
  const sheets = [...text.matchAll(SHEET)].map(([, sheet]) => sheet).join("\n");
  if (sheets !== [...page.querySelectorAll("style")].map((sheet) => sheet.textContent).join("\n")) return false;
  // Without its sheets, for the policy of the page around it would refuse them, and say so.
  const newer = new DOMParser().parseFromString(text.replace(SHEET, ""), "text/html");
  if (page.body.className !== newer.body.className || page.documentElement.lang !== newer.documentElement.lang) return false;
  for (const each of page.querySelectorAll("button.more")) each.remove();
  page.title = newer.title;
  for (const name of ["running", "draft"]) page.body.dataset[name] = newer.body.dataset[name] ?? "";
  patched(page.body, newer.body);
  return true;
}
