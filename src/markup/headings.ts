import type { Token } from "markdown-it";
import { footnoteId } from "./footnotes.ts";
import { plainText } from "./plain-text.ts";

/** Ids that the layouts use. */
const PAGE_IDS = ["main", "latest", "periods"];

/** One of several texts on a page. */
export interface PagePart {
  /** With which all ids in it begin. */
  readonly id: string;
  /** Of its highest headings, which are typed with three signs. */
  readonly level: 2 | 4;
}

/** Makes room for the headline, the page's only h1, and gives every heading an id. Returns all ids of the text. */
export function placeHeadings(tokens: readonly Token[], part?: PagePart): ReadonlySet<string> {
  const notes = tokens.filter(({ type }) => type === "footnote_open");
  const ids = new Set(notes.map((note) => footnoteId(note, part?.id)));
  const counts = new Map(PAGE_IDS.map((id) => [id, 1]));
  for (const [index, token] of tokens.entries()) {
    if (/^h\d$/.test(token.tag)) token.tag = shownTag(token.tag, part);
    if (token.type !== "heading_open") continue;
    const words = slug(tokens[index + 1] as Token);
    const id = freeId(part === undefined ? words : `${part.id}-${words}`, ids, counts);
    ids.add(id);
    token.attrSet("id", id);
  }
  return ids;
}

function shownTag(tag: string, part: PagePart | undefined): string {
  const level = Number(tag.slice(1));
  if (part === undefined) return `h${Math.max(level, 2)}`;
  return `h${Math.min(Math.max(level - 3, 0) + part.level, 6)}`;
}

function slug(inline: Token): string {
  const text = plainText(inline.children ?? []).normalize("NFC");
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "section"
  );
}

/** The slug, or the slug with the first free number; `counts` has how often each was wanted. */
function freeId(slug: string, ids: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(slug) ?? 0;
  let id: string;
  do {
    count += 1;
    id = count === 1 ? slug : `${slug}-${count}`;
  } while (ids.has(id) || /^fn(?:ref)?\d+$/.test(id));
  counts.set(slug, count);
  return id;
}
