import type { Token } from "markdown-it";
import { inspectLink, placeOfAddress } from "./inspect-links.ts";
import { inspectDirectives, inspectHeadings } from "./inspect-structure.ts";
import { linkKind, linkPath } from "./links.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { type Finding, linesOf, type Passage, type Place, passagesOf, placeIn } from "./passage.ts";
import { picturePath } from "./pictures.ts";
import { plainText } from "./plain-text.ts";

export interface MarkdownInspection {
  /** Links inside the paper: without query and fragment, NFC and not percent-encoded. */
  readonly links: readonly (Place & { readonly address: string })[];
  /** Paths inside content/media/, NFC and not percent-encoded. */
  readonly pictures: readonly (Place & { readonly src: string; readonly alt: string })[];
  readonly findings: readonly Finding[];
}

/**
 * Lines count from 1 within the body; columns and lengths as in `Problem`.
 * @param headingAbove level of the heading below which the text stands: the headline, if it is not told.
 */
export function inspectMarkdown(source: string, { headingAbove = 1 } = {}): MarkdownInspection {
  if (isPlain(source)) return { links: [], pictures: [], findings: [] };
  const tokens = parseMarkdown(withoutPlainBlocks(source));
  const lines = linesOf(source);
  const inspections = [...passagesOf(tokens, lines)].flatMap((passage) =>
    passage.tokens.map((token) => inspectToken(token, passage, lines)),
  );
  const findings = inspections.flatMap((inspection) => inspection.findings ?? []);
  return {
    links: inspections.flatMap(({ links }) => links ?? []),
    pictures: inspections.flatMap(({ pictures }) => pictures ?? []),
    findings: [
      ...findings,
      ...inspectHeadings(tokens, lines, headingAbove),
      ...inspectDirectives(tokens, lines),
    ].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** Most text needs no parsing to be found without links, pictures, headings and directives. */
function isPlain(text: string): boolean {
  return !/[[<#]|:::|^[> \t]*(?:=|-+[ \t]*$)/m.test(text);
}

/** The same lines, those of plain blocks empty: unless something in the text may reach past a blank line. */
function withoutPlainBlocks(source: string): string {
  if (/^(?:[ \t]|`{3}|~{3}|:{3})|\r/m.test(source)) return source;
  const blocks = source.split("\n\n");
  return blocks
    .map((block) => (isPlain(block) ? block.replace(/[^\n]+/g, "") : block))
    .join("\n\n");
}

function inspectToken(
  token: Token,
  passage: Passage,
  lines: readonly string[],
): Partial<MarkdownInspection> {
  if (token.type === "link_open") {
    const href = String(token.attrGet("href"));
    const place = placeOfAddress(passage, lines, token);
    if (linkKind(href) === "page") return { links: [{ address: linkPath(href), ...place }] };
    return { findings: inspectLink(href, place) };
  }
  if (token.type === "image") return inspectPicture(token, placeOfAddress(passage, lines, token));
  if (token.type !== "raw_html" && token.type !== "undefined_footnote") return {};
  // Of an element, the opening tag is enough.
  if (token.content.startsWith("</")) return {};
  const [start] = token.map as [number, number];
  const place = placeIn(passage, lines, start, start + token.content.length);
  return { findings: [{ ...place, ...typedText(token) }] };
}

function inspectPicture(image: Token, place: Place): Partial<MarkdownInspection> {
  const src = picturePath(image);
  const alt = plainText(image.children ?? []).trim();
  const missing: Finding = {
    ...place,
    severity: "error",
    code: "picture-alt",
    message: "This picture has no alternative text, which is read to those who can't see it.",
    hint: `![what the picture shows](${src})`,
  };
  return { pictures: [{ src, alt, ...place }], findings: alt === "" ? [missing] : [] };
}

function typedText({
  type,
  content,
}: Token): Pick<Finding, "severity" | "code" | "message" | "hint"> {
  if (type === "raw_html") {
    return {
      severity: "warning",
      code: "html-raw",
      message: `HTML isn't used in stories: readers see "${content}" as it is typed.`,
      hint: "Type **bold**, *italic* or [text](address), or `code` where the tag is meant to be seen.",
    };
  }
  return {
    severity: "warning",
    code: "footnote-undefined",
    message: `There is no footnote ${content}: readers see the brackets.`,
    hint: `${content}: the text of the footnote, in a paragraph of its own`,
  };
}
