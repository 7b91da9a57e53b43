import { expect, test } from "vitest";
import { nextSilence, silenceEnd } from "../../src/model/silent-hours.ts";

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);

const NIGHT = { zone: "America/New_York", silentHours: { from: "22:00", to: "07:00" } };
const NOON = { zone: "America/New_York", silentHours: { from: "12:00", to: "13:30" } };

test.each([
  ["in the evening", NIGHT, "2026-11-24T22:30-05:00", "2026-11-25T12:00"],
  ["after midnight", NIGHT, "2026-11-24T00:30-05:00", "2026-11-24T12:00"],
  ["when they begin", NIGHT, "2026-11-24T22:00-05:00", "2026-11-25T12:00"],
  ["just before they end", NIGHT, "2026-11-24T06:59:59-05:00", "2026-11-24T12:00"],
  [
    "over the night in which clocks are put forward",
    NIGHT,
    "2026-03-07T23:00-05:00",
    "2026-03-08T11:00",
  ],
  [
    "over the night in which clocks are put back",
    NIGHT,
    "2026-10-31T23:00-04:00",
    "2026-11-01T12:00",
  ],
  ["at noon", NOON, "2026-11-24T12:15-05:00", "2026-11-24T18:30"],
])("it is silent %s", (_title, site, now, end) => {
  expect(iso(silenceEnd(site, at(now)))).toBe(end);
});

test.each([
  ["when they end", NIGHT, "2026-11-24T07:00-05:00"],
  ["just before they begin", NIGHT, "2026-11-24T21:59:59-05:00"],
  ["at night", NOON, "2026-11-24T02:00-05:00"],
  ["without any", { zone: "America/New_York" }, "2026-11-24T02:00-05:00"],
])("it is not silent %s", (_title, site, now) => {
  expect(silenceEnd(site, at(now))).toBeUndefined();
});

test("the next silence begins today or tomorrow, or never", () => {
  const now = at("2026-11-24T21:00-05:00");
  expect(iso(nextSilence(NIGHT, now))).toBe("2026-11-25T03:00");
  expect(iso(nextSilence(NOON, now))).toBe("2026-11-25T17:00");
  expect(nextSilence({ zone: "America/New_York" }, now)).toBe(Number.POSITIVE_INFINITY);
});
