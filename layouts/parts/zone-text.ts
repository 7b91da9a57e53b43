import type { Instant } from "../../src/model/instant.ts";
import { remembering } from "../../src/model/remembering.ts";
import { clockAt, type ZoneClock } from "../../src/model/zone-clock.ts";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

const names = new WeakMap<ZoneClock, Map<number, string | undefined>>();

/** `EDT`, as it is said at an instant. */
export function zoneText(zone: string, at: Instant): string {
  const clock = clockAt(zone, at);
  const ofClock = names.get(clock) ?? new Map<number, string | undefined>();
  names.set(clock, ofClock);
  const month = Math.floor(at / MONTH_MS);
  if (!ofClock.has(month)) ofClock.set(month, nameOfMonth(zone, clock, month));
  return ofClock.get(month) ?? nameAt(zone, at);
}

/** A zone may be called otherwise while its clocks go on (Yukon in 2020): `undefined` for a month in which it is. */
function nameOfMonth(zone: string, clock: ZoneClock, month: number): string | undefined {
  const first = nameAt(zone, Math.max(clock.start, month * MONTH_MS));
  const last = nameAt(zone, Math.min(clock.end, (month + 1) * MONTH_MS) - 1);
  return first === last ? first : undefined;
}

/** In 1970, when the names that are known begin. */
const FIRST_YEAR = ["1970-01-15T12:00Z", "1970-07-15T12:00Z"].map((text) => Date.parse(text));

function nameAt(zone: string, at: Instant): string {
  const { offset } = clockAt(zone, at);
  // Clocks that were set as they are in 1970 were called so, too.
  const known = at >= 0 ? at : FIRST_YEAR.find((later) => clockAt(zone, later).offset === offset);
  const parts = zoneFormat(zone).formatToParts(known ?? at);
  return parts.flatMap(({ type, value }) => (type === "timeZoneName" ? value : [])).join("");
}

// Making a formatter takes 100 µs, using it 3.
const zoneFormat = remembering(
  (zone: string) => new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }),
);
