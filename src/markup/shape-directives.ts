import markdownit, { type Token } from "markdown-it/browser";
import { closesDirective, opensDirective, parseDirective } from "./directives.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { markupToken } from "./markup-token.ts";
import { plainText } from "./plain-text.ts";

/** Puts the markup of figures, pullquotes and factboxes around what is inside them. */
export function shapeDirectives(tokens: Token[]): Token[] {
  if (!tokens.some(opensDirective)) return tokens;
  const opened: Token[] = [];
  const insides: Token[][] = [[]];
  for (const token of tokens) {
    if (opensDirective(token)) {
      opened.push(token);
      insides.push([]);
    } else if (closesDirective(token)) {
      const shaped = shapeDirective(opened.pop() as Token, insides.pop() as Token[]);
      insides.push((insides.pop() as Token[]).concat(shaped));
    } else {
      insides.at(-1)?.push(token);
    }
  }
  return insides[0] as Token[];
}

function shapeDirective(directive: Token, inside: Token[]): Token[] {
  const { name, title } = parseDirective(directive);
  if (name === "figure") return figure(inside);
  if (name === "pullquote") return pullquote(inside);
  return name === "factbox" ? factbox(title, inside) : inside;
}

function figure(inside: Token[]): Token[] {
  const [first, ...others] = blocksOf(inside);
  if (first === undefined || !beginsWithPicture(first)) return inside;
  const [picture, ...rest] = paragraphsOf(first);
  const captions = [...rest, ...others];
  const credit = takeLast(captions, /^Credit:\s*/);
  const small = credit && wrap(' <small class="credit">', credit, "</small>");
  const caption = [...withoutOnlyParagraph(captions), ...(small ?? [])];
  const figcaption = caption.length > 0 ? wrap("<figcaption>", caption, "</figcaption>") : [];
  return wrap("<figure>\n", [...textOf(picture as Block), ...figcaption], "\n</figure>\n");
}

function pullquote(inside: Token[]): Token[] {
  const blocks = blocksOf(inside);
  const speaker = blocks.length > 1 ? takeLast(blocks, /^(?=[—–]\s)/) : undefined;
  const quote = wrap("<blockquote>\n", blocks.flat(), "</blockquote>\n");
  const figcaption = speaker ? wrap("<figcaption>", speaker, "</figcaption>\n") : [];
  return wrap('<figure class="pullquote">\n', [...quote, ...figcaption], "</figure>\n");
}

function factbox(title: string, inside: Token[]): Token[] {
  const label = title === "" ? "" : html` aria-label="${plainText(inside[1]?.children ?? [])}"`;
  return wrap(html`<aside class="factbox"${label}>\n`, inside, "</aside>\n");
}

function wrap(before: string | Html, tokens: readonly Token[], after: string): Token[] {
  return [markupToken(trustedHtml(before.toString())), ...tokens, markupToken(trustedHtml(after))];
}

/** The tokens of a paragraph, list, table and so on, from the opening to the closing one. */
type Block = Token[];

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([token]);
    else blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}

function isParagraph([first]: Block): boolean {
  return first?.type === "paragraph_open";
}

/** Whether a block is a picture, alone or with a caption on the lines below it. */
export function beginsWithPicture(block: Block): boolean {
  const [picture, next] = (isParagraph(block) && block[1]?.children) || [];
  return picture?.type === "image" && (next === undefined || next.type === "softbreak");
}

/** A picture's paragraph, and the lines below the picture as another one. */
function paragraphsOf([open, inline, close]: Block): Block[] {
  const [picture, , ...lines] = (inline as Token).children as [Token, ...Token[]];
  return [[picture], lines]
    .filter((children) => children.length > 0)
    .map(
      (children) =>
        [open, Object.assign(cloneToken(inline as Token), { children }), close] as Block,
    );
}

function cloneToken(token: Token): Token {
  return Object.assign(new markdownit.Token(token.type, token.tag, token.nesting), token);
}

/** A paragraph without its `<p>`. */
function textOf(paragraph: Block): Token[] {
  return paragraph.slice(1, -1);
}

function withoutOnlyParagraph(blocks: readonly Block[]): Token[] {
  const [first] = blocks;
  return first && blocks.length === 1 && isParagraph(first) ? textOf(first) : blocks.flat();
}

/** Takes a last paragraph with the given beginning off the blocks, and the beginning off its text. */
function takeLast(blocks: Block[], beginning: RegExp): Token[] | undefined {
  const last = blocks.at(-1);
  const first = last && isParagraph(last) ? last[1]?.children?.[0] : undefined;
  if (first?.type !== "text" || !beginning.test(first.content)) return undefined;
  first.content = first.content.replace(beginning, "");
  blocks.pop();
  return last && textOf(last);
}
