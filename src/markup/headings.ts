import type { Token } from "markdown-it";
import { footnoteId } from "./footnotes.ts";
import { plainText } from "./plain-text.ts";

/** Ids that the layouts use. */
const PAGE_IDS = ["main", "latest", "periods"];

/** Makes room for the headline, the page's only h1, and gives every heading an id. Returns all ids of the text. */
export function placeHeadings(tokens: readonly Token[]): ReadonlySet<string> {
  const ids = new Set(tokens.filter(({ type }) => type === "footnote_open").map(footnoteId));
  const counts = new Map(PAGE_IDS.map((id) => [id, 1]));
  for (const [index, token] of tokens.entries()) {
    if (token.tag === "h1") token.tag = "h2";
    if (token.type !== "heading_open") continue;
    const id = freeId(slug(tokens[index + 1] as Token), ids, counts);
    ids.add(id);
    token.attrSet("id", id);
  }
  return ids;
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
