import { type Alerts, forgetAlerts, keepAlerts, readAlerts } from "./asked-alerts.ts";
import { homeAddress, settings } from "./paper.ts";
import { subscribe, subscription, unsubscribe } from "./subscription.ts";
import { newestMoment, watchPaper } from "./watch-paper.ts";

const UNABLE = "This browser can't. On an iPhone or iPad, add the paper to the Home Screen first.";
const DENIED = "Your browser refuses notifications from this paper. Its settings can allow them.";
const UNDECIDED = "Your browser was not allowed to show notifications.";
const UNREACHABLE = "The paper can't be reached just now.";

/** Why this browser does not do, or may not do, what the paper's settings ask of it. */
export function refusal(): string | undefined {
  const isAble = "Notification" in window && "serviceWorker" in navigator;
  if (!isAble || ("push" in settings() && !("PushManager" in window))) return UNABLE;
  return Notification.permission === "denied" ? DENIED : undefined;
}

/** Only after a reader's click, since the browser asks. Also for another choice. Returns why nothing came of it. */
export async function turnOn(sections: Alerts["sections"]): Promise<string | undefined> {
  const refused = refusal();
  if (refused !== undefined) return refused;
  if ((await Notification.requestPermission()) !== "granted") return refusal() ?? UNDECIDED;
  try {
    await keepUp({ ...readAlerts(), sections });
    return undefined;
  } catch {
    if (readAlerts() === undefined) await turnOff();
    return UNREACHABLE;
  }
}

/** Leaves nothing in the browser: with the worker goes its subscription. */
export async function turnOff(): Promise<void> {
  const { push } = settings();
  forgetAlerts();
  const registration = await navigator.serviceWorker?.getRegistration(homeAddress());
  if (registration === undefined) return;
  if (push !== undefined) await unsubscribe(push);
  await registration.unregister();
}

/** On every page that is opened by a reader who asked for it. */
export async function goOn(): Promise<void> {
  const alerts = readAlerts();
  if (alerts === undefined || refusal() !== undefined) return;
  const isKnown =
    settings().push !== undefined && alerts.endpoint === (await subscription())?.endpoint;
  // What fails here is tried again on the next page.
  if (!isKnown || alerts.endpoint === undefined) await keepUp(alerts).catch(() => {});
}

async function keepUp(alerts: Alerts): Promise<void> {
  const { sections, since } = alerts;
  const { push } = settings();
  const worker = `${homeAddress()}service-worker.js`;
  await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  if (push === undefined) {
    keepAlerts({ sections, since: since ?? (await newestMoment()) });
    watchPaper();
  } else {
    keepAlerts({ sections, endpoint: await subscribe(push, alerts) });
  }
}
