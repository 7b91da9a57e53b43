export type Part = Node | string | undefined;

/** An element, with a space between its parts as layouts have it. What is `undefined` is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...parts: readonly Part[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  for (const part of parts) {
    if (part === undefined) continue;
    if (made.hasChildNodes()) made.append(" ");
    made.append(part);
  }
  return made;
}
