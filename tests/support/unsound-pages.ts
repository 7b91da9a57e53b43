/** Pages of which readers would get only a part, and links that lead to no file: `/2026/08/storm/ -> /topics/wind/`. */
export function unsoundPages(output: ReadonlyMap<string, string>): string[] {
  return [...output].flatMap(([file, text]) => {
    if (!file.endsWith(".html")) return [];
    const torn = text.endsWith("</html>\n") ? [] : [`${file} is torn`];
    return [...torn, ...deadLinks(output, file, text)];
  });
}

function deadLinks(output: ReadonlyMap<string, string>, file: string, text: string): string[] {
  return Array.from(text.matchAll(/ (?:href|src)="(\/[^"#]*)/g), ([, link = ""]) => link)
    .filter((link) => !output.has(fileAt(decodeURI(link))))
    .map((link) => `/${file.replace(/index\.html$/, "")} -> ${link}`);
}

function fileAt(address: string): string {
  return address.slice(1) + (address.endsWith("/") ? "index.html" : "");
}
