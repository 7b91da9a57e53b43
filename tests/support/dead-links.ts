/**
 * Links inside the paper that lead to no file of the output: `/2026/08/storm/ -> /topics/wind/`.
 * @param base path of the paper's URL, with which every link begins.
 */
export function deadLinks(output: ReadonlyMap<string, string>, base = ""): string[] {
  return [...output]
    .flatMap(([file, text]) =>
      Array.from(text.matchAll(linksOf(file)), ([, link = ""]) => ({ file, link })),
    )
    .filter(({ link }) => !output.has(fileAt(link, base)))
    .map(({ file, link }) => `/${file.replace(/index\.html$/, "")} -> ${link}`);
}

/** What is read elsewhere has whole URLs, and those of maps lead out of the paper. */
function linksOf(file: string): RegExp {
  const isPage = file.endsWith(".html");
  return isPage ? / (?:href|src)="(\/[^"#?]*)/g : /https:\/\/example\.org(\/[^"#?<>&\\\s]*)/g;
}

function fileAt(link: string, base: string): string {
  if (!link.startsWith(`${base}/`)) return "outside the paper";
  const address = decodeURI(link.slice(base.length));
  return address.slice(1) + (address.endsWith("/") ? "index.html" : "");
}
