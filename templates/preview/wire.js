// What the page asks of the program, and why no answer came: it is gone, it failed, or the page is out of date.
export const reached = { words: {} };

async function answered(what, how) {
  let answer;
  try {
    answer = await fetch(what, how);
  } catch {
    throw new Error(reached.words.unavailable);
  }
  if (!answer.ok) throw new Error(answer.status < 500 ? reached.words.outdated : reached.words.failed);
  return answer.json();
}

export const ask = (what, facts) => answered(`${what}?${new URLSearchParams(Object.entries(facts).map(([key, value]) => [key, JSON.stringify(value)]))}`);

export async function send(wish) {
  try {
    return await answered("do", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
  } catch ({ message }) {
    return { outcome: "refused", said: message, findings: [], readings: [] };
  }
}
