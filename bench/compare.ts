import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DOMParser } from "linkedom";
import { prepareArchive } from "./archive.ts";
import { freshScratch } from "./contender.ts";
import { buildCommand } from "./dateline-build.ts";
import { measure } from "./measure.ts";
import { PEERS } from "./peers.ts";

// Whether the peers print what Dateline prints: else their times say nothing beside Dateline's.

const USAGE = `Usage: node bench/compare.ts [STORIES] [options]

Compares the peers' pages with Dateline's, address by address, and shows the first that differ.

  STORIES              1000, if not told
  --only hugo          of ${PEERS.map(({ name }) => name).join(", ")}
  --show 5             how many to show
`;

/** Pages that only Dateline has: what loads there needs an index, which the bench makes for nobody. */
const ALONE = new Set(["search/index.html"]);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: PEERS.map(({ name }) => name).join() },
    show: { type: "string", default: "5" },
    help: { type: "boolean", default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else process.exitCode = (await compare(Number(positionals[0] ?? 1_000))) ? 0 : 1;

async function compare(stories: number): Promise<boolean> {
  const archive = prepareArchive(stories);
  const own = freshScratch(archive);
  const content = join(archive.paper, "content");
  await measure(buildCommand({ content, output: own, cache: `${own}.cache` }));
  let isSame = true;
  for (const peer of PEERS) {
    if (!options.only.split(",").includes(peer.name) || peer.version() === undefined) continue;
    const theirs = freshScratch(archive);
    await measure(peer.buildCommand(archive, theirs));
    isSame = compareFolders(peer.name, own, theirs) && isSame;
  }
  return isSame;
}

function compareFolders(name: string, own: string, theirs: string): boolean {
  const pages = globSync("**/*.html", { cwd: own }).filter((page) => !ALONE.has(page));
  const others = pages.filter((page) => differenceOf(join(own, page), join(theirs, page)) !== "");
  const more = globSync("**/*.html", { cwd: theirs }).filter(
    (page) => !existsSync(join(own, page)),
  );
  console.log(
    `${name}: ${pages.length - others.length} of ${pages.length} pages are the same, ${more.length} more`,
  );
  for (const page of others.slice(0, Number(options.show))) {
    console.log(`\n${page}\n${differenceOf(join(own, page), join(theirs, page))}`);
  }
  for (const page of more.slice(0, Number(options.show))) console.log(`\nmore: ${page}`);
  return others.length === 0 && more.length === 0;
}

/** The first lines at which two pages part; empty where they say the same. */
function differenceOf(own: string, theirs: string): string {
  if (!existsSync(theirs)) return "is missing";
  const [ours, others] = [
    linesOf(readFileSync(own, "utf8")),
    linesOf(readFileSync(theirs, "utf8")),
  ];
  const at = ours.findIndex((line, index) => line !== others[index]);
  if (at === -1 && ours.length === others.length) return "";
  const from = at === -1 ? ours.length : at;
  return `  ${ours.slice(from - 2, from + 3).join("\n  ")}\n--\n  ${others.slice(from - 2, from + 3).join("\n  ")}`;
}

/** A page's tags, with their attributes in one order, and texts, without the white space around them. */
function linesOf(source: string): string[] {
  const lines: string[] = [];
  collect(new DOMParser().parseFromString(source, "text/html").documentElement, lines);
  return lines;
}

type Element = ReturnType<DOMParser["parseFromString"]>["documentElement"];

function collect(element: Element, lines: string[]): void {
  // One drawing on one page: the map is computed, which is no template's work.
  if (element.className === "day-map") return;
  const attributes = [...element.attributes].map(({ name, value }) => `${name}="${plain(value)}"`);
  lines.push([`<${element.localName}`, ...attributes.sort()].join(" "));
  const isData = element.getAttribute("type") === "application/ld+json";
  for (const node of element.childNodes) {
    if (node.nodeType === 1) collect(node as Element, lines);
    else if (isData) lines.push(plain(JSON.stringify(JSON.parse(node.textContent ?? ""))));
    else if (node.nodeType === 3) lines.push(...[plain(node.textContent ?? "")].filter(Boolean));
  }
  lines.push(`</${element.localName}`);
}

/** Without the names that Dateline's assets have by their content, and with single spaces. */
function plain(text: string): string {
  const named = text.replace(/(\/assets\/[\w-]+)\.[0-9a-f]{8}(?=\.\w)/g, "$1");
  return named.replace(/\s+/g, " ").trim();
}
