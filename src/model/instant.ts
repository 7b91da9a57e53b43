import { remembering } from "./remembering.ts";
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

const DAY_MS = 24 * 60 * 60 * 1000;

/** Day of the calendar on which an instant falls in an IANA zone. */
export function dayIn(zone: string, at: Instant): Day {
  return dayText(Math.floor((at + offsetIn(zone, at)) / DAY_MS));
}

/** `2001-07-19T09:30:00-04:00`: for machines, with the offset of the zone. */
export function isoIn(zone: string, at: Instant): string {
  const { offset, offsetText } = clockAt(zone, at);
  const day = Math.floor((at + offset) / DAY_MS);
  return `${dayText(day)}T${timeOfDay(at + offset - day * DAY_MS)}${offsetText}`;
}

/** Milliseconds by which clocks in the zone are ahead of UTC. */
export function offsetIn(zone: string, at: Instant): number {
  return clockAt(zone, at).offset;
}

/** `2001-07-19`, by its number since 1970. */
const dayText = remembering((day: number) => isoUtc(day * DAY_MS).slice(0, "2001-07-19".length));

/** `09:30:00`, by the milliseconds since midnight. */
const timeOfDay = remembering((time: number) =>
  isoUtc(time).slice(-"09:30:00.000Z".length, -".000Z".length),
);

function isoUtc(at: Instant): string {
  return new Date(at).toISOString();
}
