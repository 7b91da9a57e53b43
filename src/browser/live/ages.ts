const MINUTE_MS = 60_000;
const HOUR = 60;
/** Older news is dated, as in print. */
const OLDEST = 24 * HOUR;

const FORMAT = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

/** Has the times of a list say how long ago they are, for a day, and goes on doing so. */
export function showAges(list: HTMLElement): void {
  const times = [...list.querySelectorAll("time")]
    .filter((time) => ageOf(time) !== time.textContent)
    .map((time) => {
      const line = time.closest<HTMLElement>(".where");
      return { time, line, height: line?.getBoundingClientRect().height };
    });
  for (const { time, line, height } of times) {
    // A line that becomes shorter keeps its place.
    if (line) line.style.minBlockSize ||= `${height}px`;
    time.title = exactTime(time);
    time.textContent = ageOf(time);
  }
}

export function exactTime(time: HTMLTimeElement): string {
  return time.title || time.textContent;
}

function ageOf(time: HTMLTimeElement): string {
  const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / MINUTE_MS);
  // Where the newsroom gave no time, it is the start of the day.
  if (time.dateTime.includes("T00:00:00") || minutes >= OLDEST) return exactTime(time);
  if (minutes < 1) return FORMAT.format(0, "second");
  return minutes < HOUR
    ? FORMAT.format(-minutes, "minute")
    : FORMAT.format(-Math.floor(minutes / HOUR), "hour");
}
