/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A day of the calendar in the paper's zone: `2001-07-19`. */
export type Day = string;

/** A date as a newsroom writes it: with a time of day or without. */
export interface Stamp {
  /** Without a time: the start of the day in the paper's zone. */
  readonly at: Instant;
  readonly day: Day;
  readonly hasTime: boolean;
}

/** Day of the calendar on which an instant falls in an IANA zone. */
export function dayIn(zone: string, at: Instant): Day {
  return zoned(zone, at).toPlainDate().toString();
}

/** `2001-07-19T09:30:00-04:00`: for machines, with the offset of the zone. */
export function isoIn(zone: string, at: Instant): string {
  return zoned(zone, at).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** Milliseconds by which clocks in the zone are ahead of UTC. */
export function offsetIn(zone: string, at: Instant): number {
  return zoned(zone, at).offsetNanoseconds / 1e6;
}

function zoned(zone: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
