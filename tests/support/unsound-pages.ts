import { deadLinks } from "./dead-links.ts";

/** Pages of which readers would get only a part, and links that lead to no file. */
export function unsoundPages(output: ReadonlyMap<string, string>): string[] {
  const pages = [...output].filter(([file]) => file.endsWith(".html"));
  const torn = pages.filter(([, text]) => !text.endsWith("</html>\n"));
  return [...torn.map(([file]) => `${file} is torn`), ...deadLinks(output)];
}
