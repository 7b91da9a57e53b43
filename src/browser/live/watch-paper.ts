import { keepAlerts, readAlerts } from "./asked-alerts.ts";
import type { Latest, Story } from "./latest.ts";
import { homeAddress, settings } from "./paper.ts";
import { poll } from "./poll.ts";

/** More stories at once are told of in one notification. */
const MOST_AT_ONCE = 3;

let wake: (() => void) | undefined;

/** Tells of new stories as long as a page of the paper is open, hidden or not: one page does it for all. */
export function watchPaper(): void {
  wake?.();
  if (wake !== undefined) return;
  wake = () => {};
  const isAsked = () => readAlerts() !== undefined;
  navigator.locks.request("alerts", () => {
    wake = poll(latestAddress(), settings().seconds, tell, isAsked);
    return new Promise(() => {});
  });
}

/** When the newest story was published: what is older, a reader need not be told of. */
export async function newestMoment(): Promise<string> {
  const response = await fetch(latestAddress(), { cache: "no-cache" });
  const { stories }: Latest = await response.json();
  return stories[0]?.published ?? "1970-01-01";
}

const latestAddress = () => `${homeAddress()}latest.json`;

async function tell({ stories }: Latest): Promise<void> {
  const alerts = readAlerts();
  const [newest] = stories;
  if (alerts?.since === undefined || newest === undefined) return;
  const { sections, since } = alerts;
  const later = stories.filter(({ published }) => Date.parse(published) > Date.parse(since));
  const asked = later.filter(({ section = "" }) => sections?.includes(section) ?? true);
  if (later.length > 0) keepAlerts({ sections, since: newest.published });
  if (asked.length > MOST_AT_ONCE) await show(`${asked.length} new updates`, { data: "latest/" });
  else for (const story of asked.reverse()) await showStory(story);
}

async function showStory({ headline, summary, address, language }: Story): Promise<void> {
  const { lang } =
    document.querySelector<HTMLElement>(".masthead[lang]") ?? document.documentElement;
  await show(headline, {
    body: summary ?? "",
    data: address,
    tag: address,
    lang: language ?? lang,
  });
}

async function show(title: string, options: NotificationOptions): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  await registration.showNotification(title, options);
}
