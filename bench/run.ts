import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Archive, clearScratch, prepareArchive } from "./archive.ts";
import { barTable } from "./bars.ts";
import type { Contender, Sample } from "./contender.ts";
import { dateline } from "./dateline.ts";
import { newLayout } from "./new-layout.ts";
import { astro, eleventy, floor, hugo } from "./peers.ts";
import { saveToScreen } from "./save-to-screen.ts";
import { type Row, stepLines, table } from "./table.ts";
import { yardsticks } from "./yardsticks.ts";

const CONTENDERS = [dateline, newLayout, saveToScreen, yardsticks, hugo, eleventy, astro, floor];
const NAMES = CONTENDERS.map(({ name }) => name);

const USAGE = `Usage: node bench/run.ts [options]

  --sizes 1000,10000   numbers of stories
  --runs 5             runs of each; medians are shown
  --only hugo,floor    of ${NAMES.join(", ")}: all that there are
  --markdown           writes the results into bench/README.md as well
`;
const README = join(import.meta.dirname, "README.md");

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    runs: { type: "string", default: "5" },
    only: { type: "string", default: NAMES.join() },
    markdown: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const contenders = chosen(options.only.split(","));
  const archives = options.sizes.split(",").map((size) => prepareArchive(Number(size)));
  const rows: Row[] = [];
  for (const archive of archives) {
    rows.push(...(await measure(archive, contenders, Number(options.runs))));
  }
  const results = `${circumstances(contenders)}\n${table(rows)}\n${barTable(rows)}${stepLines(rows)}`;
  process.stdout.write(results);
  if (options.markdown) writeFileSync(README, withResults(readFileSync(README, "utf8"), results));
  // To delete as many files takes minutes.
  for (const archive of archives) clearScratch(archive);
}

function chosen(names: readonly string[]): Contender[] {
  const unknown = names.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join()} to measure: write --only ${NAMES.join()}`);
    process.exit(2);
  }
  return CONTENDERS.filter((each) => names.includes(each.name) && each.version() !== undefined);
}

/** In turn, so that whatever else the machine does falls on all alike. */
async function measure(archive: Archive, all: readonly Contender[], runs: number): Promise<Row[]> {
  const { stories } = archive;
  const contenders = all.filter(({ mostStories = stories }) => stories <= mostStories);
  const rows = new Map<string, Row & { samples: Sample[] }>();
  for (const contender of contenders) await contender.prepare?.(archive);
  for (let run = 1; run <= runs; run++) {
    for (const contender of contenders) {
      for await (const sample of contender.measure(archive)) {
        const { by, what, usage } = sample;
        const key = `${by}, ${what}`;
        console.error(
          `${stories}, run ${run} of ${runs}: ${key}: ${usage.wallSeconds.toFixed(3)} s`,
        );
        const row = rows.getOrInsertComputed(key, () => ({ stories, by, what, samples: [] }));
        row.samples.push(sample);
      }
    }
  }
  return [...rows.values()];
}

function circumstances(contenders: readonly Contender[]): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1e9);
  const versions = [...new Set(contenders.map(({ version }) => version()))].join(", ");
  return `\`${["node", "bench/run.ts", ...process.argv.slice(2)].join(" ")}\`, ${new Date().toISOString().slice(0, 10)},
on ${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GB, ${type()} ${release()}; ${versions}.
`;
}

function withResults(readme: string, results: string): string {
  return readme.replace(
    /(<!-- results -->\n).*(<!-- end -->)/s,
    (_, start, end) => `${start}${results}${end}`,
  );
}
