// Searches the site with pagefind's index, and leads to paragraphs.
// pagefind answers with pages; each tells at which of its words the query stands and at which each paragraph begins.
"use strict";

const DOCUMENTS = 8, PARAGRAPHS = 6, AROUND = 28;
const MEANT = "Found by what sentences say, in whichever language, and not by their words. Likeness is 1 for the same; "
  + "the lower it is, the more often a place says something else. Those below ";
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("status").textContent = text; };
const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });
const count = (number, one, many = one + "s") => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

let pagefind, found = [], shown = 0, asked = 0;

async function start() {
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI).href);
    await pagefind.init();
  } catch {
    pagefind = null;
    if (!byId("meant").dataset.asks) { say(lacking()); return; }
  }
  const query = new URLSearchParams(location.search).get("q");
  if (query) { byId("q").value = query; await search(query); }
  document.querySelector("main form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(byId("q").value));
    search(byId("q").value);
  });
  byId("more").addEventListener("click", showMore);
}

const lacking = () => byId("status").dataset[location.protocol === "file:" ? "disk" : "missing"];

async function search(query) {
  const mine = ++asked;
  byId("hits").replaceChildren();
  byId("more").hidden = true;
  ask(query, mine);
  if (!query.trim()) { say(""); return; }
  if (!pagefind) { say(lacking()); return; }
  say("Searching …");
  const answer = await pagefind.search(query);
  if (mine !== asked) return;
  [found, shown] = [answer.results, 0];
  say(found.length ? `Found in ${count(found.length, "document")}.` : "Not found here.");
  await showMore();
}

// Only the server of `variorum serve` says where to ask for what says the same in other words; other sites do not ask.
async function ask(query, mine) {
  const where = byId("meant").dataset.asks;
  byId("places").replaceChildren();
  byId("meant").hidden = !where || !query.trim();
  if (byId("meant").hidden) return;
  byId("meaning").textContent = "Looking …";
  let answer;
  try {
    answer = await (await fetch(new URL(`${where}?q=${encodeURIComponent(query)}`, document.baseURI))).json();
  } catch {
    answer = { places: [], problem: "The server does not answer; is it still running?" };
  }
  if (mine !== asked) return;
  byId("meaning").textContent = answer.problem || (answer.places.length ? `${MEANT}${answer.least} are not shown.` : "Nothing like it was found here.");
  byId("places").append(...answer.places.map(placeOf));
}

function placeOf(place) {
  const item = element("li", ""), link = element("a", "", { href: place.href, dir: "auto" });
  item.appendChild(element("h3", "")).append(element("a", place.title, { href: place.href.replace(/#.*/, ""), dir: "auto" }));
  link.append(place.before, element("mark", place.match), place.after);
  item.appendChild(element("p", "")).append(link);
  const facts = [place.language, `likeness ${place.score.toFixed(2)}`].filter(Boolean).join(" · ");
  item.append(element("p", facts, { className: "facts" }));
  return item;
}

async function showMore() {
  const mine = asked, pages = await Promise.all(found.slice(shown, shown + DOCUMENTS).map((result) => result.data()));
  if (mine !== asked) return;
  shown += pages.length;
  byId("hits").append(...pages.map(pageOf));
  byId("more").hidden = shown >= found.length;
}

function pageOf(page) {
  const href = page.raw_url.replace(/^\//, "");
  const item = element("li", "");
  const title = item.appendChild(element("h2", ""));
  title.append(element("a", page.meta.title || href, { href, dir: "auto" }));
  const paragraphs = paragraphsOf(page);
  for (const paragraph of paragraphs.slice(0, PARAGRAPHS)) {
    const link = element("a", "", { href: paragraph.id ? `${href}#${encodeURIComponent(paragraph.id)}` : href, dir: "auto" });
    link.append(...paragraph.words());
    item.appendChild(element("p", "")).append(link);
  }
  const rest = paragraphs.length - PARAGRAPHS;
  if (rest > 0) item.append(element("p", `and ${count(rest, "paragraph")} more in this document`, { className: "facts" }));
  return item;
}

// The paragraphs of a page that have what was sought, those with most of it first.
function paragraphsOf(page) {
  const words = page.raw_content.split(/\s+/);
  const anchors = page.anchors.filter((anchor) => /^p[0-9a-f]{8}/.test(anchor.id)).sort((a, b) => a.location - b.location);
  const hits = new Map();
  for (const { location: at, balanced_score: score } of page.weighted_locations) {
    let [low, high] = [0, anchors.length];
    while (low < high) { const middle = (low + high) >> 1; if (anchors[middle].location <= at) low = middle + 1; else high = middle; }
    const hit = hits.get(low - 1) || { at: [], score: 0, nth: low - 1 };
    hit.at.push(at);
    hit.score += score;
    hits.set(low - 1, hit);
  }
  return [...hits.values()].sort((a, b) => b.score - a.score || a.nth - b.nth).map(({ nth, at }) => {
    const first = nth < 0 ? 0 : anchors[nth].location, last = nth + 1 < anchors.length ? anchors[nth + 1].location : words.length;
    return { id: nth < 0 ? "" : anchors[nth].id, words: () => excerpt(words, first, last, at) };
  });
}

function excerpt(words, first, last, at) {
  const start = Math.max(first, Math.min(...at) - AROUND), end = Math.min(last, Math.max(start, Math.min(...at)) + 2 * AROUND);
  const parts = [start > first ? "… " : ""];
  for (let nth = start; nth < end; nth++) parts.push(at.includes(nth) ? element("mark", words[nth]) : words[nth], " ");
  parts.push(end < last ? "…" : "");
  return parts;
}

start();
