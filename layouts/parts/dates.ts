import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import type { Day, Instant, Stamp } from "../../src/model/instant.ts";
import { offsetIn } from "../../src/model/instant.ts";
import type { Period } from "../../src/model/list.ts";
import { zoneText } from "./zone-text.ts";

dayjs.extend(utc);

const MONTHS = [
  { name: "January", withDay: "Jan." },
  { name: "February", withDay: "Feb." },
  { name: "March", withDay: "March" },
  { name: "April", withDay: "April" },
  { name: "May", withDay: "May" },
  { name: "June", withDay: "June" },
  { name: "July", withDay: "July" },
  { name: "August", withDay: "Aug." },
  { name: "September", withDay: "Sept." },
  { name: "October", withDay: "Oct." },
  { name: "November", withDay: "Nov." },
  { name: "December", withDay: "Dec." },
] as const;

/** A year, month or day in the style of the Associated Press: `2001`, `August 2001`, `Aug. 19, 2001`. */
export function periodText(period: Period): string {
  const [year, month, day] = period.split("-") as [string, string?, string?];
  if (month === undefined) return year;
  return day === undefined
    ? `${monthText(period)} ${year}`
    : `${monthOf(period).withDay} ${Number(day)}, ${year}`;
}

/** Name of the month in which a month or day lies. */
export function monthText(period: Period): string {
  return monthOf(period).name;
}

/** Number of a day in its month, without a leading zero. */
export function dayNumber(day: Day): string {
  return String(Number(day.slice(8)));
}

/** `July 19, 2001`, or `July 19, 2001, 9:30 a.m. EDT` where the newsroom gave a time. */
export function stampText(zone: string, stamp: Stamp): string {
  const day = periodText(stamp.day);
  return stamp.hasTime ? `${day}, ${timeText(zone, stamp.at)}` : day;
}

/** An instant in a format of dayjs, as clocks in the zone show it. */
export function formatIn(zone: string, at: Instant, format: string): string {
  return dayjs.utc(at + offsetIn(zone, at)).format(format);
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `Thursday, July 19, 2001`. */
export function weekdayText(day: Day): string {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return `${WEEKDAYS[dayOfWeek - 1]}, ${periodText(day)}`;
}

/** `9:30 a.m. EDT`. */
export function timeText(zone: string, at: Instant): string {
  return `${clockText(zone, at)} ${zoneText(zone, at)}`;
}

/** `9:30 a.m.`, as clocks in the zone show it. */
export function clockText(zone: string, at: Instant): string {
  const clock = new Date(at + offsetIn(zone, at));
  const [hours, minutes] = [clock.getUTCHours(), clock.getUTCMinutes()];
  if (hours % 12 === 0 && minutes === 0) return hours === 0 ? "midnight" : "noon";
  const past = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`;
  return `${hours % 12 || 12}${past} ${hours < 12 ? "a.m." : "p.m."}`;
}

function monthOf(period: Period) {
  return MONTHS[Number(period.slice(5, 7)) - 1] as (typeof MONTHS)[number];
}
