import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { clearScratch, prepareArchive } from "./archive.ts";
import type { Contender, Sample } from "./contender.ts";
import { dateline } from "./dateline.ts";
import { eleventy, floor, hugo } from "./peers.ts";
import { type Row, stepLines, table } from "./table.ts";

const USAGE = `Usage: node bench/run.ts [options]

  --sizes 1000,10000   numbers of stories
  --runs 5             runs of each; medians are shown
  --only hugo,floor    of dateline, hugo, eleventy, floor: all that are installed
  --markdown           writes the results into bench/README.md as well
`;
const README = join(import.meta.dirname, "README.md");

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    runs: { type: "string", default: "5" },
    only: { type: "string", default: "dateline,hugo,eleventy,floor" },
    markdown: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const names = options.only.split(",");
  const contenders = [dateline, hugo, eleventy, floor].filter(
    ({ name, version }) => names.includes(name) && version !== undefined,
  );
  const rows: Row[] = [];
  for (const size of options.sizes.split(",")) {
    rows.push(...(await measureSize(Number(size), contenders, Number(options.runs))));
  }
  const results = `${circumstances(contenders)}\n${table(rows)}\n${stepLines(rows)}`;
  process.stdout.write(results);
  if (options.markdown) writeFileSync(README, withResults(readFileSync(README, "utf8"), results));
}

/** In turn, so that whatever else the machine does falls on all alike. */
async function measureSize(
  stories: number,
  contenders: readonly Contender[],
  runs: number,
): Promise<Row[]> {
  const archive = prepareArchive(stories);
  const rows = new Map<string, Row & { samples: Sample[] }>();
  for (let run = 1; run <= runs; run++) {
    for (const contender of contenders) {
      for await (const sample of contender.measure(archive)) {
        const { what, usage } = sample;
        const key = `${contender.name}, ${what}`;
        console.error(`${stories}, run ${run} of ${runs}: ${key}: ${usage.wallSeconds} s`);
        const row = rows.getOrInsertComputed(key, () => ({
          stories,
          contender: contender.name,
          what,
          samples: [],
        }));
        row.samples.push(sample);
      }
    }
  }
  clearScratch(archive);
  return [...rows.values()];
}

function circumstances(contenders: readonly Contender[]): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1e9);
  const versions = contenders.map(({ name, version }) => `${name} ${version}`).join(", ");
  return `\`${["node", "bench/run.ts", ...process.argv.slice(2)].join(" ")}\`, ${new Date().toISOString().slice(0, 10)},
on ${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GB, ${type()} ${release()}, Node ${process.version}; ${versions}.
`;
}

function withResults(readme: string, results: string): string {
  return readme.replace(
    /(<!-- results -->\n).*(<!-- end -->)/s,
    (_, start, end) => `${start}${results}${end}`,
  );
}
