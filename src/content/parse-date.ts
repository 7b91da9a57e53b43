import { dayIn, type Stamp } from "../model/instant.ts";
import { quoted, type Refusal } from "./refusal.ts";

const DATE =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: ?(Z|[+-]\d\d:?\d\d))?)?$/;

/** Reads a date as newsrooms write it; without a zone of its own it is the paper's. */
export function parseDate(text: string, zone: string): Stamp | Refusal {
  const [, day, time, offset] = DATE.exec(text) ?? [];
  if (day === undefined) return refuseForm(text);
  if (!/^(1[6-9]|2\d)/.test(day)) return refuseYear(text);
  const date = plainDate(day);
  if (date === undefined) return refuseDay(text, day);
  if (time === undefined) return stampOfDay(date, zone);
  const clock = plainTime(time);
  if (clock === undefined) return refuseTime(text);
  const wall = date.toPlainDateTime(clock);
  return offset === undefined ? stampInZone(wall, zone) : stampAtOffset(wall, offset, text, zone);
}

/** Like `parseDate`, for moments that must not depend on anybody's zone. */
export function parseMoment(text: string, zone: string): Stamp | Refusal {
  const stamp = parseDate(text, zone);
  const isWhole = /(Z|[+-]\d\d:?\d\d)$/.test(text) && /\d:\d/.test(text);
  return isWhole || "code" in stamp ? stamp : refuseWithoutZone(stamp, zone);
}

function stampOfDay(date: Temporal.PlainDate, zone: string): Stamp | Refusal {
  const start = date.toZonedDateTime(zone);
  if (!start.toPlainDate().equals(date)) return refuseGap(start, zone);
  return { at: start.epochMilliseconds, day: date.toString(), hasTime: false };
}

function stampInZone(wall: Temporal.PlainDateTime, zone: string): Stamp | Refusal {
  // "compatible": the earlier one where clocks are put back, a later wall time where they are put forward.
  const moment = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
  if (!moment.toPlainDateTime().equals(wall)) return refuseGap(moment, zone);
  return { at: moment.epochMilliseconds, day: wall.toPlainDate().toString(), hasTime: true };
}

function stampAtOffset(
  wall: Temporal.PlainDateTime,
  offset: string,
  text: string,
  zone: string,
): Stamp | Refusal {
  if (offset !== "Z" && !/^[+-](0\d|1[0-4]):?[0-5]\d$/.test(offset)) return refuseTime(text);
  const at = wall.toZonedDateTime(offset === "Z" ? "UTC" : offset).epochMilliseconds;
  return { at, day: dayIn(zone, at), hasTime: true };
}

function plainDate(day: string): Temporal.PlainDate | undefined {
  const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysOf(year, month))
    return undefined;
  return new Temporal.PlainDate(year, month, dayOfMonth);
}

function plainTime(time: string): Temporal.PlainTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d|$)/.test(time)
    ? Temporal.PlainTime.from(time)
    : undefined;
}

function daysOf(year: number, month: number): number {
  return new Temporal.PlainYearMonth(year, month).daysInMonth;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function refuseDay(text: string, day: string): Refusal {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const message = `${quoted(text)} is not a day of the calendar.`;
  if (month < 1 || month > 12) {
    return {
      code: "date-invalid",
      message,
      hint: "Months are 01 to 12, after the year: 2001-07-19.",
    };
  }
  const last = daysOf(year, month);
  const end = `${MONTHS[month - 1]} ${year} ends on the ${last}${last === 31 ? "st" : "th"}`;
  return { code: "date-invalid", message, hint: `${end}: ${day.slice(0, 8)}${last}.` };
}

function refuseTime(text: string): Refusal {
  return {
    code: "date-invalid",
    message: `${quoted(text)} is not a time of the day.`,
    hint: "Hours are 00 to 23, offsets -14:00 to +14:00: 2001-07-19 09:30, 2001-07-19T09:30:00-04:00.",
  };
}

function refuseYear(text: string): Refusal {
  return {
    code: "date-year",
    message: `The year of ${quoted(text)} is not between 1600 and 2999.`,
    hint: "Check the year.",
  };
}

function refuseGap(moment: Temporal.ZonedDateTime, zone: string): Refusal {
  const hour = moment.toPlainTime().toString({ smallestUnit: "minute" });
  return {
    code: "date-gap",
    message: `There was no such time in ${zone}: clocks were put forward past it.`,
    hint: `${moment.toPlainDate()} ${hour}`,
  };
}

function refuseWithoutZone(stamp: Stamp, zone: string): Refusal {
  const moment = Temporal.Instant.fromEpochMilliseconds(stamp.at).toZonedDateTimeISO(zone);
  const example = moment.toString({ timeZoneName: "never", smallestUnit: "minute" });
  return {
    code: "date-zone-missing",
    message: "An embargo needs a time and its zone, so that nobody can take it for another moment.",
    hint: example,
  };
}

function refuseForm(text: string): Refusal {
  return refuseAmbiguous(text) ?? refuseUnknownForm(text);
}

function refuseAmbiguous(text: string): Refusal | undefined {
  const [, first, sign, second, year] = /^(\d\d?)([./-])(\d\d?)\2(\d{4})\b/.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const dayFirst = isoDay(year, second, first);
  const monthFirst = sign === "." ? undefined : isoDay(year, first, second);
  const [, clock] = / (\d\d?:\d\d)$/.exec(text) ?? [];
  const time = clock === undefined ? "" : ` ${clock.padStart(5, "0")}`;
  const days = [...new Set([monthFirst, dayFirst])].filter((day) => day !== undefined);
  const readings = days.map((day) => day + time);
  return {
    code: "date-ambiguous",
    message: `${quoted(text)} is another day, or none, for readers in other countries.`,
    hint: readings.join(" or ") || "Year first, then month and day: 2001-07-19",
  };
}

function isoDay(year: string, month: string, day: string): string | undefined {
  return plainDate(`${year}-${month}-${day}`)?.toString();
}

function refuseUnknownForm(text: string): Refusal {
  const [, year, month, day] = /^(\d{4})[-./](\d\d?)[-./](\d\d?)$/.exec(text) ?? [];
  const near = year && month && day ? isoDay(year, month, day) : undefined;
  return {
    code: "date-format",
    message: `${quoted(text)} is not a date that can be read.`,
    hint: near ?? "2001-07-19, 2001-07-19 09:30 or 2001-07-19T09:30:00Z",
  };
}
