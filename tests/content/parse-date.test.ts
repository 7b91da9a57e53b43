import { describe, expect, test } from "vitest";
import { parseDate, parseMoment } from "../../src/content/parse-date.ts";
import { isoIn } from "../../src/model/instant.ts";

/** The instant with the zone's offset, and the day; or the code of what is wrong. */
function dateIn(zone: string, text: string): string {
  const date = parseDate(text, zone);
  return "code" in date ? `${date.code}: ${date.hint}` : `${isoIn(zone, date.at)} ${date.day}`;
}

describe("A date means the same to the newsroom and to the reader", () => {
  test.each([
    ["America/New_York", "2001-07-19", "2001-07-19T00:00:00-04:00 2001-07-19"],
    ["America/New_York", "2001-07-19 09:30", "2001-07-19T09:30:00-04:00 2001-07-19"],
    ["America/New_York", "2001-07-19T09:30", "2001-07-19T09:30:00-04:00 2001-07-19"],
    ["America/New_York", "2001-07-19 09:30:15", "2001-07-19T09:30:15-04:00 2001-07-19"],
    ["America/New_York", "2001-07-19T01:30:00Z", "2001-07-18T21:30:00-04:00 2001-07-18"],
    ["America/New_York", "2001-07-19T09:30+02:00", "2001-07-19T03:30:00-04:00 2001-07-19"],
    ["America/New_York", "2001-07-19 09:30 -0400", "2001-07-19T09:30:00-04:00 2001-07-19"],
    ["Asia/Kathmandu", "1985-12-31 12:00", "1985-12-31T12:00:00+05:30 1985-12-31"],
    ["Asia/Kathmandu", "1986-01-01 12:00", "1986-01-01T12:00:00+05:45 1986-01-01"],
    ["Asia/Kathmandu", "2001-07-18T20:00Z", "2001-07-19T01:45:00+05:45 2001-07-19"],
    ["UTC", "2024-02-29", "2024-02-29T00:00:00+00:00 2024-02-29"],
    ["UTC", "1600-01-01", "1600-01-01T00:00:00+00:00 1600-01-01"],
    ["UTC", "2999-12-31 23:59:59", "2999-12-31T23:59:59+00:00 2999-12-31"],
  ])("in %s %s is %s", (zone, text, expected) => {
    expect(dateIn(zone, text)).toBe(expected);
  });
});

describe("Where clocks change", () => {
  test.each([
    ["America/New_York", "2026-11-01 01:30", "2026-11-01T01:30:00-04:00 2026-11-01"],
    ["America/New_York", "2026-11-01T01:30-05:00", "2026-11-01T01:30:00-05:00 2026-11-01"],
    ["Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05T01:45:00+11:00 2026-04-05"],
    ["America/New_York", "2026-03-08 02:30", "date-gap: 2026-03-08 03:30"],
    ["America/New_York", "2026-03-08 03:00", "2026-03-08T03:00:00-04:00 2026-03-08"],
    ["Asia/Kathmandu", "1986-01-01 00:10", "date-gap: 1986-01-01 00:25"],
    ["America/Sao_Paulo", "2017-10-15", "2017-10-15T01:00:00-02:00 2017-10-15"],
    ["America/Sao_Paulo", "2017-10-15 00:30", "date-gap: 2017-10-15 01:30"],
    ["Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00 2011-12-29"],
    ["Pacific/Apia", "2011-12-30", "date-gap: 2011-12-31 00:00"],
    ["Pacific/Apia", "2011-12-30 12:00", "date-gap: 2011-12-31 12:00"],
    ["Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00 2011-12-31"],
  ])("in %s %s is %s", (zone, text, expected) => {
    expect(dateIn(zone, text)).toBe(expected);
  });
});

describe("What is no date is told one", () => {
  test.each([
    ["2026-02-30", "date-invalid: February 2026 ends on the 28th: 2026-02-28."],
    ["2024-02-30", "date-invalid: February 2024 ends on the 29th: 2024-02-29."],
    ["2026-04-31", "date-invalid: April 2026 ends on the 30th: 2026-04-30."],
    ["2026-01-32", "date-invalid: January 2026 ends on the 31st: 2026-01-31."],
    ["2026-00-10", "date-invalid: Months are 01 to 12, after the year: 2001-07-19."],
    ["07/27/2016", "date-ambiguous: 2016-07-27"],
    ["27/07/2016", "date-ambiguous: 2016-07-27"],
    ["07/08/2016", "date-ambiguous: 2016-07-08 or 2016-08-07"],
    ["8.7.2016", "date-ambiguous: 2016-07-08"],
    ["07-08-2016 10:00", "date-ambiguous: 2016-07-08 10:00 or 2016-08-07 10:00"],
    ["07/22/2016 9:30", "date-ambiguous: 2016-07-22 09:30"],
    ["07/07/2016", "date-ambiguous: 2016-07-07"],
    ["40/40/2016", "date-ambiguous: Year first, then month and day: 2001-07-19"],
    ["2016/07/27", "date-format: 2016-07-27"],
    ["yesterday", "date-format: 2001-07-19, 2001-07-19 09:30 or 2001-07-19T09:30:00Z"],
    ["1599-12-31", "date-year: Check the year."],
    ["3000-01-01", "date-year: Check the year."],
  ])("%s: %s", (text, expected) => {
    expect(dateIn("UTC", text)).toBe(expected);
  });

  test.each([
    "2001-07-19 24:00",
    "2001-07-19 09:60",
    "2001-07-19T09:30+25:00",
    "2001-07-19T09:30:60Z",
  ])("%s is no time", (text) => expect(dateIn("UTC", text)).toMatch(/^date-invalid: Hours/));
});

describe("An embargo is a moment everywhere", () => {
  test.each([
    ["2026-08-01T09:00Z", "2026-08-01T05:00:00-04:00"],
    ["2026-08-01 09:00 +02:00", "2026-08-01T03:00:00-04:00"],
    ["2026-08-01 09:00", "date-zone-missing: 2026-08-01T09:00-04:00"],
    ["2026-08-01", "date-zone-missing: 2026-08-01T00:00-04:00"],
    ["08/01/2026", "date-ambiguous: 2026-08-01 or 2026-01-08"],
  ])("%s: %s", (text, expected) => {
    const moment = parseMoment(text, "America/New_York");
    const shown =
      "code" in moment ? `${moment.code}: ${moment.hint}` : isoIn("America/New_York", moment.at);
    expect(shown).toBe(expected);
  });
});
