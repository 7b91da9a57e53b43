/** Parts of a page, in their order, by where the first link of each leads. */
export function byAddress(within: ParentNode, selector: string): Map<string, HTMLElement> {
  const parts = [...within.querySelectorAll<HTMLElement>(selector)];
  return new Map(parts.map((part) => [part.querySelector("a")?.getAttribute("href") ?? "", part]));
}
