import { countAliases } from "./archive/moves.ts";
import type { Archive } from "./archive/open-archive.ts";
import { hasMorePagesThan } from "./archive/published-pages.ts";
import { CLOUDFLARE } from "./model/host-limits.ts";
import type { Problem } from "./model/problem.ts";
import type { TextPlace } from "./model/reading.ts";
import type { Site } from "./model/site.ts";

/**
 * What the paper's host will not do for it. To be asked when all is published.
 * @param place where site.yaml names the host.
 */
export function hostProblems(
  archive: Archive,
  site: Site,
  place: TextPlace | undefined,
): Problem[] {
  if (place === undefined) return [];
  const findings = [
    ...(site.host === "nginx" ? [] : [...pathFindings(site), ...twinFindings(site)]),
    ...(site.host === "cloudflare" ? [...redirectFindings(archive), ...fileFindings(archive)] : []),
  ];
  return findings.map((finding) => ({
    file: "site.yaml",
    ...place,
    severity: "warning",
    ...finding,
  }));
}

type Finding = Pick<Problem, "code" | "message" | "hint">;

function pathFindings({ base }: Site): Finding[] {
  if (base === "") return [];
  return [
    {
      code: "host-path",
      message: `The host serves a paper from the root of a name, and url has the path ${base}.`,
      hint: "Give the paper a name of its own, such as url: https://paper.example.org/",
    },
  ];
}

function twinFindings({ twins }: Site): Finding[] {
  if (twins.length === 0) return [];
  return [
    {
      code: "host-twins",
      message: "The host compresses what it sends by itself, and asks for none of the twins.",
      hint: "Delete the line twins.",
    },
  ];
}

function redirectFindings(archive: Archive): Finding[] {
  const aliases = countAliases(archive);
  if (aliases <= CLOUDFLARE.redirects) return [];
  return [
    {
      code: "host-redirects",
      message: `Of ${aliases} old addresses Cloudflare redirects ${CLOUDFLARE.redirects}: from those of the oldest stories a page leads on.`,
      hint: "Remove aliases that nobody asks for any more, or have the paper served by another: host: netlify",
    },
  ];
}

function fileFindings(archive: Archive): Finding[] {
  if (!hasMorePagesThan(archive, CLOUDFLARE.files)) return [];
  return [
    {
      code: "host-files",
      message: `The paper has more than the ${CLOUDFLARE.files} files that Cloudflare takes for nothing.`,
      hint: `It takes ${CLOUDFLARE.paidFiles} for money, and refuses the whole paper where there are more: host: nginx`,
    },
  ];
}
