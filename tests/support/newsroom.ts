import type { TestPaper } from "./paper-from.ts";

/** A file with front matter. */
export interface Source {
  readonly keys: Record<string, unknown>;
  readonly lines: string[];
}

/** What editors have on their minds: the content of a small paper, before it is written to files. */
export class Newsroom {
  now = Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds;
  site: Record<string, unknown> & { sections: Record<string, { name: string }> } = {
    name: "The Daily Test",
    url: "https://example.org",
    language: "en",
    zone: "America/New_York",
    host: "nginx",
    twins: ["gz"],
    sections: { world: { name: "World" }, science: { name: "Science" } },
  };
  /** Stories, authors and editors' pages, by path. */
  sources = new Map<string, Source>();
  /** Pictures and static files, by path. */
  copies = new Map<string, string>();

  /** Every file and its text. */
  texts(): Map<string, string> {
    const sources = [...this.sources].map(([path, source]) => [path, textOf(source)] as const);
    return new Map([["site.yaml", yamlOf(this.site)], ...sources, ...this.copies]);
  }

  /** Paths below a folder of the content folder. */
  list(folder: string): string[] {
    const paths = [...this.sources.keys(), ...this.copies.keys()];
    return paths.filter((path) => path.startsWith(`${folder}/`)).sort();
  }

  source(path: string): Source {
    return this.sources.get(path) as Source;
  }

  /** Whether some file has a word in it. */
  isNamed(word: string): boolean {
    return [...this.texts().values()].some((text) => text.includes(word));
  }

  snapshot(): Pick<Newsroom, "now" | "site" | "sources" | "copies"> {
    const { now, site, sources, copies } = this;
    return structuredClone({ now, site, sources, copies });
  }

  /** Writes what differs from `written`, the texts that are in the paper's folder. */
  writeTo(paper: TestPaper, written: ReadonlyMap<string, string>): Map<string, string> {
    const texts = this.texts();
    for (const path of written.keys()) if (!texts.has(path)) paper.remove(path);
    for (const [path, text] of texts) {
      if (written.get(path) !== text) paper.write(path, path.endsWith(".png") ? bytes(text) : text);
    }
    return texts;
  }
}

function bytes(latin1: string): Buffer {
  return Buffer.from(latin1, "latin1");
}

function textOf({ keys, lines }: Source): string {
  return `---\n${yamlOf(keys)}---\n${lines.map((line) => `${line}\n\n`).join("")}`;
}

/** JSON is YAML. */
function yamlOf(keys: Record<string, unknown>): string {
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("");
}
