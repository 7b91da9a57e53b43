type Part = Node | string | undefined;

/** An element, with a space between its parts as layouts have it. What is `undefined` is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  ...parts: readonly Part[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  for (const part of parts) {
    if (part === undefined) continue;
    if (made.hasChildNodes()) made.append(" ");
    made.append(part);
  }
  return made;
}
