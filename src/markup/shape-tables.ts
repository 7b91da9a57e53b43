import type { Token } from "markdown-it";
import { type Html, html, trustedHtml } from "./html.ts";
import { markupToken } from "./markup-token.ts";
import { plainText } from "./plain-text.ts";

/** Tables scroll by themselves, named by their column headings, and are aligned by classes. */
export function shapeTables(tokens: Token[]): Token[] {
  if (!tokens.some(({ type }) => type === "table_open")) return tokens;
  const counts = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type === "th_open" || token.type === "td_open") alignCell(token);
    if (token.type === "table_close") return [token, markupToken(trustedHtml("</div>\n"))];
    if (token.type !== "table_open") return [token];
    return [markupToken(region(columnNames(tokens, index), counts)), token];
  });
}

/** Regions are landmarks: each needs a name of its own. */
function region(names: string, counts: Map<string, number>): Html {
  if (names === "") return html`<div class="table" tabindex="0">\n`;
  const count = (counts.get(names) ?? 0) + 1;
  counts.set(names, count);
  const label = count === 1 ? names : `${names} (${count})`;
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0">\n`;
}

function columnNames(tokens: readonly Token[], table: number): string {
  const names: string[] = [];
  for (let index = table; tokens[index]?.type !== "thead_close"; index++) {
    const { type, children } = tokens[index] as Token;
    if (type === "inline") names.push(plainText(children ?? []));
  }
  return names.filter((name) => name !== "").join(", ");
}

function alignCell(cell: Token): void {
  const [, side] = String(cell.attrGet("style") ?? "").split(":");
  cell.attrs = [];
  if (side !== undefined) cell.attrSet("class", `align-${side}`);
  if (cell.tag === "th") cell.attrSet("scope", "col");
}
