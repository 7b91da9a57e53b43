import type { Instant } from "./instant.ts";
import type { Period } from "./list.ts";
import { clockAt } from "./zone-clock.ts";

/** The instants of a year, month or day in a zone: from the first to just before `end`. */
export function periodRange(zone: string, period: Period): { start: Instant; end: Instant } {
  const [year, month, day] = period.split("-").map(Number) as [number, number?, number?];
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  return { start: midnightIn(zone, start), end: midnightIn(zone, endOf(year, month, day)) };
}

function endOf(year: number, month?: number, day?: number): Instant {
  if (month === undefined) return Date.UTC(year + 1, 0);
  return day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1);
}

/** No clock was ever further ahead of UTC. */
const FURTHEST_MS = 16 * 60 * 60 * 1000;

/**
 * The first instant of a day, as `Temporal.PlainDate.toZonedDateTime` finds it in twenty times as long.
 * @param midnight in UTC.
 */
function midnightIn(zone: string, midnight: Instant): Instant {
  let clock = clockAt(zone, midnight - FURTHEST_MS);
  while (midnight - clock.offset >= clock.end) {
    const changed = clock.end;
    clock = clockAt(zone, changed);
    // They were put forward past it.
    if (midnight - clock.offset < changed) return changed;
  }
  return midnight - clock.offset;
}

/** A range that holds every instant. */
export const ALL_TIME = { start: -1e15, end: 1e15 };
