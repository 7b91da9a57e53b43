import type { Instant, Stamp } from "../model/instant.ts";
import { parseDate, parseMoment } from "./parse-date.ts";
import { isYamlMap, type YamlMap } from "./parse-yaml.ts";
import type { Key } from "./places.ts";
import type { KeyFinding } from "./problem-in-file.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

/** Dates of a story that could be read. */
export interface StoryDates {
  readonly published?: Stamp;
  readonly embargo?: Stamp;
  readonly updated?: Stamp;
  readonly ended?: Stamp;
  /** One for each entry of `corrections`. */
  readonly corrections: readonly (Stamp | undefined)[];
}

/** The later of `published` and `embargo`: it orders, dates and files the story. */
export function momentOf({ published, embargo }: StoryDates): Stamp | undefined {
  return published && embargo && embargo.at > published.at ? embargo : published;
}

export function parseStoryDates(
  values: YamlMap,
  zone: string,
): { readonly dates: StoryDates; readonly findings: readonly KeyFinding[] } {
  const findings: KeyFinding[] = [];
  const read = (keys: readonly Key[], value: unknown, parse: typeof parseDate) => {
    const stamp =
      typeof value === "string" || typeof value === "number"
        ? parse(String(value).trim(), zone)
        : undefined;
    if (!isRefusal(stamp)) return stamp;
    findings.push({ keys, ...stamp });
    return undefined;
  };
  const { corrections } = values;
  const dates = {
    ...present("published", read(["published"], values.published, parseDate)),
    ...present("embargo", read(["embargo"], values.embargo, parseMoment)),
    ...present("updated", read(["updated"], values.updated, parseDate)),
    ...present("ended", read(["ended"], values.ended, parseDate)),
    corrections: (Array.isArray(corrections) ? corrections : []).map((correction: unknown, index) =>
      read(
        ["corrections", index, "date"],
        isYamlMap(correction) ? correction.date : undefined,
        parseDate,
      ),
    ),
  };
  return { dates, findings };
}

function present<K extends string>(key: K, stamp: Stamp | undefined): { [P in K]?: Stamp } {
  return stamp === undefined ? {} : ({ [key]: stamp } as { [P in K]?: Stamp });
}

/** A date that comes before the one that it has to follow. */
export function checkOrder({ published, updated, ended }: StoryDates): KeyFinding[] {
  const findings: KeyFinding[] = [];
  if (published && updated && isBefore(updated, published)) {
    findings.push({ keys: ["updated"], ...BEFORE_PUBLISHED, code: "updated-before-published" });
  }
  if (published && ended && isBefore(ended, published)) {
    findings.push({ keys: ["ended"], ...BEFORE_PUBLISHED, code: "ended-before-published" });
  }
  return findings;
}

const BEFORE_PUBLISHED = {
  message: "This is before the story was published.",
  hint: "Correct it, or the date behind published.",
};

/** By day where one of them has no time. */
export function isBefore(later: Stamp, earlier: Stamp): boolean {
  const isByTime = later.hasTime && earlier.hasTime;
  return isByTime ? later.at < earlier.at : later.day < earlier.day;
}

/** Dates that must have passed, and what is wrong with them until then. */
export function datesOfThePast(
  dates: StoryDates,
): { readonly at: Instant; readonly finding: KeyFinding }[] {
  const past: { at: Instant; finding: KeyFinding }[] = [];
  const add = (stamp: Stamp | undefined, keys: readonly Key[], refusal: Refusal) => {
    if (stamp !== undefined) past.push({ at: stamp.at, finding: { keys, ...refusal } });
  };
  add(dates.updated, ["updated"], { ...NOT_YET, code: "updated-after-now" });
  add(dates.ended, ["ended"], { ...NOT_YET, code: "ended-after-now" });
  for (const [index, date] of dates.corrections.entries()) {
    add(date, ["corrections", index, "date"], { ...NOT_YET, code: "correction-after-now" });
  }
  return past;
}

const NOT_YET = {
  message: "This moment has not come yet.",
  hint: "Correct it, or delete the line until then.",
};
