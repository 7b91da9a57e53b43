import { periodAddress } from "../../src/model/address.ts";
import { NEWS, type Period } from "../../src/model/list.ts";
import { ARCHIVE } from "../../src/model/page.ts";
import { dayNumber, monthText } from "./dates.ts";
import type { Crumb } from "./trail.ts";

/** The pages above the one of a year, month or day. */
export function calendarParents(period: Period): Crumb[] {
  const above = [4, 7].filter((length) => length < period.length);
  return [
    { name: "Archive", address: ARCHIVE.address },
    ...above.map((length) => {
      const parent = period.slice(0, length);
      return { name: calendarName(parent), address: periodAddress(NEWS, parent) };
    }),
  ];
}

/** What a year, month or day is called below the one that it is in: `2001`, `July`, `19`. */
export function calendarName(period: Period): string {
  if (period.length === 4) return period;
  return period.length === 7 ? monthText(period) : dayNumber(period);
}
