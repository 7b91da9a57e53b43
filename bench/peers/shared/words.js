const ZONE = "America/New_York";
const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });
const offsetFormat = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});
const readerFormat = new Intl.DateTimeFormat("en-US", {
  timeZone: ZONE,
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Day of the calendar in the paper's zone. */
export function dayOf(date) {
  return dayFormat.format(date);
}

export function timeOf(date) {
  const wall = offsetFormat.format(date);
  const hours = Math.round((date - Date.parse(`${wall.replace(" ", "T")}Z`)) / 3_600_000);
  const iso = `${wall.replace(" ", "T")}-${String(hours).padStart(2, "0")}:00`;
  return `<time datetime="${iso}">${readerFormat.format(date)}</time>`;
}

/** `07/27/2016` */
export function stampText(date) {
  const [year, month, day] = dayOf(date).split("-");
  return `${month}/${day}/${year}`;
}

/** `2001`, `August 2001`, `Aug. 19, 2001` */
export function periodText(period) {
  const [year, month, day] = period.split("-");
  if (month === undefined) return year;
  const name = MONTHS[month - 1];
  return day === undefined ? `${name} ${year}` : `${name.slice(0, 3)}. ${Number(day)}, ${year}`;
}

export function monthName(period) {
  return MONTHS[period.slice(5, 7) - 1];
}

/** Of the pages of what stories are filed under. */
export function titleOf(kind, name) {
  return { section: name, author: `Stories by ${name}`, topic: `Topic: ${name}` }[kind];
}

export function keyOf(name) {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f']/g, "");
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function text(value) {
  return value.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}
