import type { Fragment } from "./bundle-worker.ts";

/** A story in the list of results. */
export function resultItem(
  { url, excerpt, meta, filters }: Fragment,
  base: string,
  sectionName: (key: string) => string | undefined,
): HTMLLIElement {
  const item = document.createElement("li");
  const [language = ""] = filters.language;
  const [label] = filters.label ?? [];
  const link = element("a", meta.title);
  link.href = base + encodeURI(url.slice(1));
  const title = document.createElement("h2");
  title.append(link);
  const text = document.createElement("p");
  text.className = "excerpt";
  text.append(...marked(excerpt));
  for (const foreign of [title, text]) setLanguage(foreign, language);
  if (label !== undefined) item.append(kicker(label));
  item.append(title, text, where(filters, sectionName));
  return item;
}

function kicker(label: string): HTMLParagraphElement {
  const line = document.createElement("p");
  line.className = "kicker";
  const labelled = element("strong", label);
  labelled.className = "label";
  line.append(labelled);
  return line;
}

function where(
  { section = [], at, stamp }: Partial<Fragment["filters"]>,
  sectionName: (key: string) => string | undefined,
): HTMLParagraphElement {
  const line = document.createElement("p");
  line.className = "where";
  const time = element("time", stamp?.[0] ?? "");
  time.dateTime = at?.[0] ?? "";
  const name = sectionName(section[0] ?? "");
  if (name !== undefined && section.length > 0) line.append(element("span", name), " ");
  line.append(time);
  return line;
}

/** The excerpt's parts, of which every second one is marked. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return index % 2 === 1 ? element("mark", text) : document.createTextNode(text);
  });
}

function setLanguage(node: HTMLElement, language: string): void {
  if (language === document.documentElement.lang) return;
  node.lang = language;
  node.dir = "auto";
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
