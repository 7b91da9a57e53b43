import type { Findings } from "./search-bundles.ts";

/** `12 stories found in 2001.` `10 of 31 stories found from August 2026 back to 2001. There may be older ones.` */
export function statusText({ found, from, to, hasOlder }: Findings, shown: number): string {
  if (from === "") return "There are no stories to be found yet.";
  const range =
    from === to ? `in ${periodText(to)}` : `from ${periodText(from)} back to ${periodText(to)}`;
  return `${countText(found, shown)} found ${range}.${hasOlder ? " There may be older ones." : ""}`;
}

function countText(found: number, shown: number): string {
  if (found === 0) return "No stories";
  const stories = found === 1 ? "story" : "stories";
  return shown < found ? `${shown} of ${found} ${stories}` : `${found} ${stories}`;
}

/** `2001`, `August 2001`. */
function periodText(period: string): string {
  if (period.length === 4) return period;
  return MONTH.format(new Date(`${period}-01T00:00Z`));
}

const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
