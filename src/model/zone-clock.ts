import type { Instant } from "./instant.ts";

/** How clocks in a zone are set, from one change of theirs to the next. */
export interface ZoneClock {
  readonly start: Instant;
  /** The first instant at which they are set otherwise. */
  readonly end: Instant;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
  /** `-04:00` */
  readonly offsetText: string;
}

// Temporal takes 3 µs for each question, and lists ask for one instant after the other of the same few years.
const knownClocks = new Map<string, ZoneClock[]>();

/** The very same object for all instants between two changes. */
export function clockAt(zone: string, at: Instant): ZoneClock {
  const clocks = knownClocks.get(zone) ?? [];
  const known = clocks.find(({ start, end }) => at >= start && at < end);
  if (known !== undefined) return known;
  const clock = readClock(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
  knownClocks.set(zone, [...clocks, clock]);
  return clock;
}

function readClock(moment: Temporal.ZonedDateTime): ZoneClock {
  // "previous" is before the moment, which may itself be the one of a change.
  const start = moment.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const end = moment.getTimeZoneTransition("next");
  return {
    start: start?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: end?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1e6,
    // Rounded to minutes, which not all offsets of the 19th century are.
    offsetText: moment.toString({ timeZoneName: "never" }).slice(-"-04:00".length),
  };
}
