import { expect, test } from "vitest";
import { periodText, stampText } from "../../layouts/parts/dates.ts";
import { stamp } from "./sample.ts";

test.each([
  ["2001", "2001"],
  ["2001-09", "September 2001"],
  ["2001-09-03", "Sept. 3, 2001"],
  ["2001-07-19", "July 19, 2001"],
])("C12.6 %s reads %s", (period, expected) => {
  expect(periodText(period)).toBe(expected);
});

test.each([
  ["2001-07-19T04:00Z", "America/New_York", "July 19, 2001, midnight EDT"],
  ["2001-07-19T16:00Z", "America/New_York", "July 19, 2001, noon EDT"],
  ["2001-07-19T16:05Z", "America/New_York", "July 19, 2001, 12:05 p.m. EDT"],
  ["2001-01-19T14:00Z", "America/New_York", "Jan. 19, 2001, 9 a.m. EST"],
  ["2001-10-28T05:30Z", "America/New_York", "Oct. 28, 2001, 1:30 a.m. EDT"],
  ["2001-10-28T06:30Z", "America/New_York", "Oct. 28, 2001, 1:30 a.m. EST"],
  ["2001-07-19T13:30Z", "Asia/Kolkata", "July 19, 2001, 7 p.m. GMT+5:30"],
])("C12.6 %s in %s reads %s", (instant, zone, expected) => {
  expect(stampText(zone, stamp(instant))).toBe(expected);
});
