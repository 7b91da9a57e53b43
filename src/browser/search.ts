import { resultItem } from "./search/result-item.ts";
import { BundleSearch, type Findings, type Query } from "./search/search-bundles.ts";
import { statusText } from "./search/status-text.ts";

/** How many results are shown at a time. */
const STEP = 10;
/** So long after the last key the search begins. */
const PAUSE_MS = 250;

const form = find("form.search-form", HTMLFormElement);
const input = find("#q", HTMLInputElement);
const section = find("#section", HTMLSelectElement);
const year = find("#year", HTMLSelectElement);
const status = find(".search-status", HTMLElement);
const results = find(".search-results", HTMLElement);
const list = find(".search-list", HTMLElement);
const older = find(".search-older", HTMLButtonElement);
const browse = find(".search-browse", HTMLElement);

let search: BundleSearch | undefined;
/** Of the last query: what comes of an earlier one is late. */
let number = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
});
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(begin, PAUSE_MS);
});
for (const choice of [section, year]) choice.addEventListener("change", begin);
older.addEventListener("click", () => showMore(number, true));
document.addEventListener("keydown", (event) => {
  const isTyping =
    event.target instanceof Element && event.target.matches("input, select, textarea");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
});
addEventListener("popstate", beginFromAddress);
beginFromAddress();

function find<T extends Element>(selector: string, kind: { new (): T }): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`There is no ${selector}.`);
  return element;
}

/** A search can be linked to: `/search/?q=storm&year=2001`. */
function beginFromAddress(): void {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? "";
  for (const choice of [section, year]) {
    choice.value = asked.get(choice.name) ?? "";
    // A choice that is none of the list's.
    if (choice.selectedIndex === -1) choice.value = "";
  }
  if (input.value !== "") begin();
  else clear();
}

function begin(): void {
  clearTimeout(pause);
  const query = { words: input.value.trim(), section: section.value, year: year.value };
  history.replaceState(null, "", addressOf(query));
  if (query.words === "") clear();
  else start(query);
}

function addressOf({ words, section, year }: Query): string {
  const asked = Object.entries({ q: words, section, year }).filter(([, value]) => value !== "");
  const text = new URLSearchParams(asked).toString();
  return text === "" ? location.pathname : `?${text}`;
}

function clear(): void {
  number++;
  search?.end();
  search = undefined;
  status.textContent = "";
  list.replaceChildren();
  results.hidden = true;
  browse.hidden = false;
}

async function start(query: Query): Promise<void> {
  const own = ++number;
  results.setAttribute("aria-busy", "true");
  results.hidden = false;
  browse.hidden = true;
  search?.end();
  try {
    const started = await BundleSearch.start(form.dataset.bundles ?? "", query);
    if (own !== number) return;
    search = started;
    await showMore(own, false);
  } catch {
    if (own === number) fail();
  }
}

async function showMore(own: number, isAsked: boolean): Promise<void> {
  const asked = search;
  older.disabled = true;
  try {
    const findings = await asked?.next(STEP);
    if (own === number && findings !== undefined) show(findings, isAsked);
  } catch {
    if (own === number) fail();
  }
}

function show(findings: Findings, isAsked: boolean): void {
  const items = findings.stories.map((story) =>
    resultItem(story, form.dataset.base ?? "/", nameOf),
  );
  if (isAsked) list.append(...items);
  else list.replaceChildren(...items);
  status.textContent = statusText(findings, list.children.length);
  results.removeAttribute("aria-busy");
  older.disabled = false;
  older.hidden = findings.isOver;
  // Who went on by keyboard stands before what came.
  if (isAsked) items[0]?.querySelector("a")?.focus();
}

function nameOf(key: string): string | undefined {
  return [...section.options].find(({ value }) => value === key)?.text;
}

function fail(): void {
  clear();
  status.textContent = "The search can't be reached just now. The lists below lead to every story.";
}
