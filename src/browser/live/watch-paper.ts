import { keepAlerts, readAlerts } from "./asked-alerts.ts";
import type { Latest } from "./latest.ts";
import { homeAddress, settings } from "./paper.ts";
import { poll } from "./poll.ts";
import { read } from "./read.ts";

/** More stories at once are told of in one notification. */
const MOST_AT_ONCE = 3;

let wake: (() => void) | undefined;

/** Tells of new stories as long as a page of the paper is open, hidden or not: one page does it for all. */
export function watchPaper(): void {
  wake?.();
  if (wake) return;
  wake = () => {};
  const isAsked = () => readAlerts() !== undefined;
  navigator.locks.request("alerts", () => {
    wake = poll({ ...settings(), live: latestAddress() }, tell, isAsked);
    return new Promise(() => {});
  });
}

/** When the newest story was published: what is older, a reader need not be told of. */
export async function newestMoment(): Promise<string> {
  const { stories } = await read<Latest>(latestAddress());
  return stories[0]?.published ?? "1970-01-01";
}

const latestAddress = () => `${homeAddress()}latest.json`;

async function tell({ stories }: Latest): Promise<void> {
  const alerts = readAlerts();
  const [newest] = stories;
  if (!alerts?.since || !newest) return;
  const { sections, since } = alerts;
  const later = stories.filter(({ published }) => Date.parse(published) > Date.parse(since));
  const asked = later.filter(({ section = "" }) => sections?.includes(section) ?? true);
  if (later.length > 0) keepAlerts({ sections, since: newest.published });
  const registration = await navigator.serviceWorker.ready;
  if (asked.length > MOST_AT_ONCE) {
    await registration.showNotification(`${asked.length} new updates`, { data: "latest/" });
    return;
  }
  for (const { headline, summary = "", address, language = "" } of asked.reverse()) {
    const options = { body: summary, data: address, tag: address, lang: language };
    await registration.showNotification(headline, options);
  }
}
