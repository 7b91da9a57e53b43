import { CLOUDFLARE } from "../model/host-limits.ts";
import type { Site } from "../model/site.ts";
import type { Finding } from "./output-text.ts";

/** What the paper's host would refuse of a file, or leave out. */
export function inspectForHost(
  { host }: Site,
  file: string,
  size: number,
  text: string | undefined,
): Finding[] {
  if (host !== "cloudflare") return [];
  if (size > CLOUDFLARE.fileBytes) {
    return [
      {
        code: "host-file-size",
        message: `Cloudflare takes no file of more than ${CLOUDFLARE.fileBytes} bytes, and this one has ${size}.`,
        hint: "Put it elsewhere, and link there.",
      },
    ];
  }
  return file === "_redirects" && text !== undefined ? inspectRedirects(text) : [];
}

function inspectRedirects(text: string): Finding[] {
  return Array.from(text.matchAll(/^.*$/gm))
    .filter(([line]) => line.length > CLOUDFLARE.redirectLength)
    .map(({ 0: line, index }) => ({
      index,
      length: line.length,
      severity: "warning",
      code: "host-redirect-length",
      message: `Cloudflare leaves out what has more than ${CLOUDFLARE.redirectLength} characters, and this has ${line.length}.`,
      hint: "Shorten the alias, or leave it to the page that leads on from there.",
    }));
}

/** Of all files: those of the search index and twins are files, too. */
export function inspectCount({ host }: Site, files: number): Finding[] {
  if (host !== "cloudflare" || files <= CLOUDFLARE.files) return [];
  return [
    {
      severity: "warning",
      code: "host-files",
      message: `The output has ${files} files, and Cloudflare takes ${CLOUDFLARE.files} for nothing.`,
      hint: `It takes ${CLOUDFLARE.paidFiles} for money, and refuses the whole paper where there are more: host: nginx`,
    },
  ];
}
