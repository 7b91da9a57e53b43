/**
 * Links inside the paper that lead to no file of the output: `/2026/08/storm/ -> /topics/wind/`.
 * @param base path of the paper's URL, with which every link begins.
 */
export function deadLinks(output: ReadonlyMap<string, string>, base = ""): string[] {
  return [...output]
    .filter(([file]) => file.endsWith(".html"))
    .flatMap(([file, text]) =>
      Array.from(text.matchAll(/ (?:href|src)="(\/[^"#?]*)/g), ([, link = ""]) => ({ file, link })),
    )
    .filter(({ link }) => !output.has(fileAt(link, base)))
    .map(({ file, link }) => `/${file.replace(/index\.html$/, "")} -> ${link}`);
}

function fileAt(link: string, base: string): string {
  if (!link.startsWith(`${base}/`)) return "outside the paper";
  const address = decodeURI(link.slice(base.length));
  return address.slice(1) + (address.endsWith("/") ? "index.html" : "");
}
