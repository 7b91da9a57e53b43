const OFFSETS = { EDT: "-04:00", EST: "-05:00" };
const wallFormat = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});

const MONTHS = "January February March April May June July August September October November December".split(" ");
const MONTHS_WITH_DAY = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split(" ");
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** A moment as clocks in the paper's zone show it: its day and time for machines, and what readers are told of it. */
export function momentOf(date) {
  // `06/30/2026, 22:40:00 EDT`
  const wall = wallFormat.format(date);
  const day = `${wall.slice(6, 10)}-${wall.slice(0, 2)}-${wall.slice(3, 5)}`;
  const zone = wall.slice(21);
  const clock = clockText(Number(wall.slice(12, 14)), wall.slice(15, 17));
  const time = `${clock} ${zone}`;
  return {
    day,
    iso: `${day}T${wall.slice(12, 20)}${OFFSETS[zone]}`,
    clock,
    time,
    text: `${periodText(day)}, ${time}`,
  };
}

function clockText(hours, minutes) {
  if (hours % 12 === 0 && minutes === "00") return hours === 0 ? "midnight" : "noon";
  const past = minutes === "00" ? "" : `:${minutes}`;
  return `${hours % 12 || 12}${past} ${hours < 12 ? "a.m." : "p.m."}`;
}

/** `07/27/2016` */
export function stampText({ day }) {
  const [year, month, number] = day.split("-");
  return `${month}/${number}/${year}`;
}

/** `2001`, `August 2001`, `Aug. 19, 2001` */
export function periodText(period) {
  const [year, month, day] = period.split("-");
  if (month === undefined) return year;
  return day === undefined ? `${MONTHS[month - 1]} ${year}` : `${MONTHS_WITH_DAY[month - 1]} ${Number(day)}, ${year}`;
}

export function monthName(period) {
  return MONTHS[period.slice(5, 7) - 1];
}

/** `Tuesday, June 30, 2026` */
export function weekdayText(day) {
  return `${WEEKDAYS[new Date(day).getUTCDay()]}, ${periodText(day)}`;
}

/** Where the page of a year, month or day is. */
export function addressOf(period) {
  return `/${period.replaceAll("-", "/")}/`;
}

/** The pages above the one of a year, month or day. */
export function calendarParents(period) {
  return [
    { name: "Archive", address: "/archive/" },
    ...[4, 7]
      .filter((length) => length < period.length)
      .map((length) => period.slice(0, length))
      .map((parent) => ({ name: calendarName(parent), address: addressOf(parent) })),
  ];
}

/** What a year, month or day is called below the one that it is in: `2001`, `July`, `19`. */
export function calendarName(period) {
  if (period.length === 4) return period;
  return period.length === 7 ? monthName(period) : `${Number(period.slice(8))}`;
}

/** Of the pages of what stories are filed under. */
export function titleOf(kind, name) {
  return { section: name, author: `Stories by ${name}`, topic: `Topic: ${name}` }[kind];
}

/** What kind of list it is, where its name does not say. */
export function kickerOf(kind, author) {
  if (author?.kind === "bureau") return "Bureau";
  return kind === "topic" ? "Topic" : undefined;
}

export function keyOf(name) {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f']/g, "");
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Gives the headings of one text their ids: `the-census`, `the-census-2`. */
export function headingIds() {
  const counts = new Map();
  return (words) => {
    const id = words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** Headlines and summaries of the archive have no other marks. */
export function typographic(value) {
  return value.replaceAll("'", "’");
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function text(value) {
  return value.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}
