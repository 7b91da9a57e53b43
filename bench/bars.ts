import type { Usage } from "./measure.ts";
import { markdownTable, median, type Row } from "./table.ts";

/** Undefined where what it is made of was not measured. */
type Figure = (rows: readonly Row[]) => number | undefined;

/** What the bench must show: one of these figures is at most so much. */
interface Bar {
  readonly says: string;
  readonly atMost: readonly (readonly [limit: number, figure: Figure])[];
}

const fullOf10k = seconds(10_000, "dateline, full build");
const fullOf100k = seconds(100_000, "dateline, full build");
const addedTo100k = seconds(100_000, "dateline, one story added");

const BARS: readonly Bar[] = [
  {
    says: "full build of 10,000: × floor, or × Hugo",
    atMost: [
      [1.3, ratio(fullOf10k, seconds(10_000, "floor, full build"))],
      [0.8, ratio(fullOf10k, seconds(10_000, "hugo, full build"))],
    ],
  },
  {
    says: "full build of 10,000: × Eleventy",
    atMost: [[0.4, ratio(fullOf10k, seconds(10_000, "eleventy, full build"))]],
  },
  {
    says: "full build of 10,000: × Astro",
    atMost: [[0.1, ratio(fullOf10k, seconds(10_000, "astro, full build"))]],
  },
  {
    says: "full build of 100,000: × Hugo",
    atMost: [[0.6, ratio(fullOf100k, seconds(100_000, "hugo, full build"))]],
  },
  {
    says: "full build of 100,000: MB",
    atMost: [[600, megabytes(100_000, "dateline, full build")]],
  },
  {
    says: "full build of 1,000,000: MB",
    atMost: [[1000, megabytes(1_000_000, "dateline, full build")]],
  },
  {
    says: "full build of 1,000,000: × ten of 100,000",
    atMost: [
      [1.3, ratio(seconds(1_000_000, "dateline, full build"), ...Array(10).fill(fullOf100k))],
    ],
  },
  {
    says: "one story added to 100,000: × the same at 1,000",
    atMost: [[1.25, ratio(addedTo100k, seconds(1000, "dateline, one story added"))]],
  },
  {
    says: "one story added to 100,000: × import of Eleventy",
    atMost: [[3, ratio(addedTo100k, seconds(100_000, "node, import of Eleventy"))]],
  },
  {
    says: "one story added to 100,000: × Hugo",
    atMost: [[1 / 60, ratio(addedTo100k, seconds(100_000, "hugo, full build"))]],
  },
  {
    says: "nothing changed in 100,000: × Node and Git alone",
    atMost: [
      [
        1.5,
        ratio(
          seconds(100_000, "dateline, nothing changed"),
          seconds(100_000, "node, -e 0"),
          seconds(100_000, "git, calls for nothing"),
        ),
      ],
    ],
  },
  {
    says: "start on 100,000: s until it serves",
    atMost: [[1, seconds(100_000, "dateline, start, until it serves")]],
  },
  {
    says: "story saved among 100,000: s until the page is reloaded",
    atMost: [[0.5, seconds(100_000, "dateline, saved story, until the page is reloaded")]],
  },
  {
    says: "layout changed in 100,000: × full build",
    atMost: [[1, ratio(seconds(100_000, "dateline, layout changed"), fullOf100k)]],
  },
];

/** A Markdown table of the bars for which enough was measured; empty where there are none. */
export function barTable(rows: readonly Row[]): string {
  const lines = BARS.map((bar) => cellsOf(bar, rows)).filter(([, , limits]) => limits !== "");
  return lines.length === 0 ? "" : `${markdownTable(HEAD, lines, 2)}\n`;
}

const HEAD = ["bar", "", "at most", "measured"];

function cellsOf({ says, atMost }: Bar, rows: readonly Row[]): string[] {
  const pairs = atMost.flatMap(([limit, figure]) => {
    const measured = figure(rows);
    return measured === undefined ? [] : [{ limit, measured }];
  });
  return [
    says,
    pairs.some(({ limit, measured }) => measured <= limit) ? "met" : "missed",
    pairs.map(({ limit }) => figureText(limit)).join(" or "),
    pairs.map(({ measured }) => figureText(measured)).join(" or "),
  ];
}

/** Three digits, which tell 1.25 from 1.27. */
function figureText(figure: number): string {
  return String(Number(figure.toPrecision(3)));
}

function seconds(stories: number, row: string): Figure {
  return medianOf(stories, row, ({ wallSeconds }) => wallSeconds);
}

function megabytes(stories: number, row: string): Figure {
  return medianOf(stories, row, ({ peakMegabytes }) => peakMegabytes);
}

function medianOf(stories: number, sought: string, figure: (usage: Usage) => number): Figure {
  return (rows) => {
    const row = rows.find(
      (each) => each.stories === stories && `${each.by}, ${each.what}` === sought,
    );
    return row && median(row.samples.map(({ usage }) => figure(usage)));
  };
}

/** A figure by the sum of others. */
function ratio(dividend: Figure, ...parts: readonly Figure[]): Figure {
  return (rows) => {
    const [of, ...by] = [dividend, ...parts].map((figure) => figure(rows));
    if (of === undefined || by.includes(undefined)) return undefined;
    return of / by.reduce<number>((sum, part) => sum + (part as number), 0);
  };
}
