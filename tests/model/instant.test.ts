import fc from "fast-check";
import { expect, test } from "vitest";
import { stampText } from "../../layouts/parts/dates.ts";
import { dayIn, isoIn, offsetIn } from "../../src/model/instant.ts";
import { periodRange } from "../../src/model/period-range.ts";

const zones = fc.constantFrom(
  ...[
    "America/New_York",
    "America/Whitehorse",
    "America/Panama",
    "Africa/Monrovia",
    "Asia/Kathmandu",
  ],
  ...["Australia/Lord_Howe", "Europe/Lisbon", "Pacific/Apia", "UTC"],
  ...["America/Sao_Paulo", "America/Juneau", "Asia/Manila"],
);
const instants = fc.integer({ min: Date.UTC(1750), max: Date.UTC(2100) });
/** Half of them are those at which clocks change. */
const moments = fc.tuple(zones, instants, fc.boolean()).map(([zone, at, isChange]) => {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const change = isChange ? moment.getTimeZoneTransition("next") : null;
  return change ?? moment;
});

test("a moment is the one that Temporal and CLDR tell, also when clocks change", () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(-1, 0, 1), (moment, shift) => {
      const at = moment.epochMilliseconds + shift;
      const expected = moment.add({ milliseconds: at - moment.epochMilliseconds });
      const zone = expected.timeZoneId;
      const name = expected.toLocaleString("en-US", { timeZoneName: "short" }).split(/[AP]M /)[1];

      expect(isoIn(zone, at)).toBe(
        expected.toString({ timeZoneName: "never", smallestUnit: "second" }),
      );
      expect(dayIn(zone, at)).toBe(expected.toPlainDate().toString());
      expect(offsetIn(zone, at)).toBe(expected.offsetNanoseconds / 1e6);
      // CLDR names no zone before 1970.
      if (at < 0) return;
      expect(stampText(zone, { at, day: "2001-07-19", hasTime: true })).toMatch(
        new RegExp(` ${RegExp.escape(String(name))}$`),
      );
    }),
    { numRuns: 2_000 },
  );
});

test("a day begins when Temporal says so, also where clocks change at midnight or a day is left out", () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(-1, 0, 1), (moment, shift) => {
      const zone = moment.timeZoneId;
      const day = moment.toPlainDate().add({ days: shift });
      const month = day.with({ day: 1 });
      const year = month.with({ month: 1 });
      const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
      const rangeOf = (first: Temporal.PlainDate, length: Temporal.DurationLike) => ({
        start: startOf(first),
        end: startOf(first.add(length)),
      });

      const text = day.toString();
      expect(periodRange(zone, text)).toEqual(rangeOf(day, { days: 1 }));
      expect(periodRange(zone, text.slice(0, "2001-07".length))).toEqual(
        rangeOf(month, { months: 1 }),
      );
      expect(periodRange(zone, text.slice(0, "2001".length))).toEqual(rangeOf(year, { years: 1 }));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["America/New_York", "1969-07-20T20:17Z", "4:17 p.m. EDT"],
  ["America/New_York", "1969-12-31T23:59Z", "6:59 p.m. EST"],
  ["Asia/Kathmandu", "1969-12-31T18:30Z", "midnight GMT+5:30"],
  ["America/New_York", "1850-01-01T16:56:02Z", "noon GMT-4:56:02"],
])("before 1970 in %s %s is %s: named as if clocks were set so in 1970", (zone, at, clock) => {
  const text = stampText(zone, { at: Date.parse(at), day: "1969-07-20", hasTime: true });
  expect(text).toBe(`July 20, 1969, ${clock}`);
});
