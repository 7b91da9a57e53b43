import type { Sample } from "./contender.ts";

/** All runs of one job on one archive. */
export interface Row {
  readonly stories: number;
  readonly by: string;
  readonly what: string;
  readonly samples: readonly Sample[];
}

const HEAD = [
  "stories",
  "by",
  "what",
  "wall s",
  "(range)",
  "cpu s",
  "MB",
  "pages",
  "pages/s",
  "× Hugo",
];

/** A Markdown table of medians. Ratios are those of wall time to Hugo's full build of the same archive. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => cellsOf(row, hugoSeconds(rows, row.stories)));
  return markdownTable(HEAD, cells, 3);
}

/** The first columns are texts, the others figures. */
export function markdownTable(
  head: readonly string[],
  lines: readonly (readonly string[])[],
  textColumns: number,
): string {
  const dashes = head.map((_, column) => (column < textColumns ? "---" : "---:"));
  return [head, dashes, ...lines].map((line) => `| ${line.join(" | ")} |\n`).join("");
}

/** Median seconds of each step, of the jobs that tell. */
export function stepLines(rows: readonly Row[]): string {
  return rows
    .filter(({ samples }) => Object.keys(firstOf(samples).steps).length > 0)
    .map(({ stories, by, what, samples }) => {
      const steps = Object.keys(firstOf(samples).steps).map(
        (step) =>
          `${step} ${seconds(median(samples.map((sample) => sample.steps[step] as number)))}`,
      );
      return `- ${by}, ${grouped(stories)}, ${what}: ${steps.join(", ")}\n`;
    })
    .join("");
}

function cellsOf({ stories, by, what, samples }: Row, hugo: number | undefined): string[] {
  const walls = samples.map(({ usage }) => usage.wallSeconds);
  const wall = median(walls);
  const { pages } = firstOf(samples);
  const cpu = median(samples.map(({ usage }) => usage.cpuSeconds));
  const megabytes = median(samples.map(({ usage }) => usage.peakMegabytes));
  return [
    grouped(stories),
    by,
    what,
    seconds(wall),
    `${seconds(Math.min(...walls))}–${seconds(Math.max(...walls))}`,
    cpu === 0 ? "" : seconds(cpu),
    megabytes === 0 ? "" : megabytes.toFixed(0),
    pages === 0 ? "" : grouped(pages),
    pages === 0 ? "" : grouped(Math.round(pages / wall)),
    hugo === undefined ? "" : (wall / hugo).toPrecision(2),
  ];
}

function hugoSeconds(rows: readonly Row[], stories: number): number | undefined {
  const row = rows.find((each) => each.by === "hugo" && each.stories === stories);
  return row && median(row.samples.map(({ usage }) => usage.wallSeconds));
}

function firstOf(samples: readonly Sample[]): Sample {
  return samples[0] as Sample;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [Math.ceil(middle) - 1, Math.floor(middle)];
  return ((sorted[low] as number) + (sorted[high] as number)) / 2;
}

function seconds(value: number): string {
  return value.toFixed(2);
}

/** `100,000` */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
