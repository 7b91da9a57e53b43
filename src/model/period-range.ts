import type { Instant } from "./instant.ts";
import type { Period } from "./list.ts";

/** The instants of a year, month or day in a zone: from the first to just before `end`. */
export function periodRange(zone: string, period: Period): { start: Instant; end: Instant } {
  const first = Temporal.PlainDate.from(`${period}-01-01`.slice(0, 10));
  const unit = period.length === 4 ? "years" : period.length === 7 ? "months" : "days";
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { start: startOf(first), end: startOf(first.add({ [unit]: 1 })) };
}

/** A range that holds every instant. */
export const ALL_TIME = { start: -1e15, end: 1e15 };
