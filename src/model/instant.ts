import { clockAt } from "./zone-clock.ts";

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
  return wallTime(zone, at).slice(0, "2001-07-19".length);
}

/** `2001-07-19T09:30:00-04:00`: for machines, with the offset of the zone. */
export function isoIn(zone: string, at: Instant): string {
  return wallTime(zone, at) + clockAt(zone, at).offsetText;
}

/** Milliseconds by which clocks in the zone are ahead of UTC. */
export function offsetIn(zone: string, at: Instant): number {
  return clockAt(zone, at).offset;
}

/** `2001-07-19T09:30:00`, as clocks in the zone show it. */
function wallTime(zone: string, at: Instant): string {
  return new Date(at + offsetIn(zone, at)).toISOString().slice(0, "2001-07-19T09:30:00".length);
}
