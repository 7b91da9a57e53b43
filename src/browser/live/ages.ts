const MINUTE_MS = 60_000;
const HOUR = 60;
/** Older news is dated, as in print. */
const OLDEST = 24 * HOUR;
/** By so many minutes clocks may differ. */
const SKEW = 5;

const FORMAT = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

/** Has the times of a list say how long ago they are, for a day, and goes on doing so. */
export function showAges(list: HTMLElement): void {
  const times = [...list.querySelectorAll("time")].filter(
    (time) => ageOf(time) !== time.textContent,
  );
  // A line that becomes shorter keeps its place.
  const lines = times.map((time) => time.closest<HTMLElement>(".where"));
  const heights = lines.map((line) => line?.getBoundingClientRect().height);
  for (const [index, time] of times.entries()) {
    const line = lines[index];
    if (line?.style.minBlockSize === "") line.style.minBlockSize = `${heights[index]}px`;
    time.title ||= time.textContent;
    time.textContent = ageOf(time);
  }
}

function ageOf(time: HTMLTimeElement): string {
  const exact = time.title || time.textContent;
  const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / MINUTE_MS);
  // Where the newsroom gave no time, it is the start of the day.
  if (time.dateTime.includes("T00:00:00") || minutes < -SKEW || minutes >= OLDEST) return exact;
  if (minutes < 1) return FORMAT.format(0, "second");
  return minutes < HOUR
    ? FORMAT.format(-minutes, "minute")
    : FORMAT.format(-Math.floor(minutes / HOUR), "hour");
}
