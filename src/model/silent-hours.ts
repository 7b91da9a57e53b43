import type { Instant } from "./instant.ts";

/** When readers are not to be disturbed, by the clocks of the paper's zone: from `22:00` to `07:00`. */
export interface SilentHours {
  readonly from: string;
  readonly to: string;
}

/** Of a paper: its zone, and its silent hours if it has any. */
interface Silence {
  readonly zone: string;
  readonly silentHours?: SilentHours;
}

/** When the silent hours end that an instant falls into; `undefined` for any other instant. */
export function silenceEnd({ zone, silentHours }: Silence, at: Instant): Instant | undefined {
  if (silentHours === undefined) return undefined;
  const end = nextTime(zone, silentHours.to, at);
  return end < nextTime(zone, silentHours.from, at) ? end : undefined;
}

/** When the next silent hours begin after an instant. */
export function nextSilence({ zone, silentHours }: Silence, at: Instant): Instant {
  if (silentHours === undefined) return Number.POSITIVE_INFINITY;
  return nextTime(zone, silentHours.from, at);
}

/** The next instant after another at which clocks show a time of the day. */
function nextTime(zone: string, plainTime: string, after: Instant): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const on = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  const next = on(today);
  return next > after ? next : on(today.add({ days: 1 }));
}
