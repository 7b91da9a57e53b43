import fc from "fast-check";
import { expect, test } from "vitest";
import { stampText } from "../../layouts/parts/dates.ts";
import { dayIn, isoIn, offsetIn } from "../../src/model/instant.ts";

const zones = fc.constantFrom(
  ...[
    "America/New_York",
    "America/Whitehorse",
    "America/Panama",
    "Africa/Monrovia",
    "Asia/Kathmandu",
  ],
  ...["Australia/Lord_Howe", "Europe/Lisbon", "Pacific/Apia", "UTC"],
);
const instants = fc.integer({ min: Date.UTC(1750), max: Date.UTC(2100) });

test("a moment is the one that Temporal and CLDR tell, also when clocks change", () => {
  const moments = fc.tuple(zones, instants, fc.boolean()).map(([zone, at, isChange]) => {
    const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const change = isChange ? moment.getTimeZoneTransition("next") : null;
    return change ?? moment;
  });
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
      expect(stampText(zone, { at, day: "2001-07-19", hasTime: true })).toMatch(
        new RegExp(` ${RegExp.escape(String(name))}$`),
      );
    }),
    { numRuns: 2_000 },
  );
});
