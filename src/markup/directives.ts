import markdownit, { type MarkdownIt, type StateCore, type Token } from "markdown-it/browser";
import container from "markdown-it-container";

export const DIRECTIVES = ["figure", "pullquote", "factbox"] as const;

export interface Directive {
  readonly name: string;
  /** The rest of the opening line. */
  readonly title: string;
}

/** `::: name title`, down to a line of `:::`. Every name is parsed, so that unknown ones can be reported. */
export function useDirectives(markdown: MarkdownIt): void {
  markdown.use(container, "directive", { validate: (params) => params.trim() !== "" });
  markdown.core.ruler.after("block", "factbox_title", addTitles);
}

export function opensDirective({ type }: Token): boolean {
  return type === "container_directive_open";
}

export function closesDirective({ type }: Token): boolean {
  return type === "container_directive_close";
}

export function parseDirective(token: Token): Directive {
  const [name = "", ...title] = token.info.trim().split(/\s+/);
  return { name, title: title.join(" ") };
}

/** The title of a factbox is a heading like those that are typed. */
function addTitles(state: StateCore): void {
  if (!state.tokens.some(opensDirective)) return;
  state.tokens = state.tokens.flatMap((token) => {
    if (!opensDirective(token)) return [token];
    const { name, title } = parseDirective(token);
    return name === "factbox" && title !== "" ? [token, ...heading(title, token)] : [token];
  });
}

function heading(title: string, directive: Token): Token[] {
  const line = directive.map?.[0] ?? 0;
  const inline = new markdownit.Token("inline", "", 0);
  Object.assign(inline, { content: title, children: [], map: [line, line + 1] });
  const [open, close] = ([1, -1] as const).map((nesting) => {
    const type = nesting === 1 ? "heading_open" : "heading_close";
    return Object.assign(new markdownit.Token(type, "h2", nesting), { block: true });
  }) as [Token, Token];
  return [open, inline, close];
}
