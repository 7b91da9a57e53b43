// The packages have no types of their own, and those of @types are for markdown-it 14.
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnote(markdown: MarkdownIt): void;
}

declare module "markdown-it-container" {
  import type { MarkdownIt } from "markdown-it";
  export default function container(
    markdown: MarkdownIt,
    name: string,
    options: { readonly validate: (params: string) => boolean },
  ): void;
}
