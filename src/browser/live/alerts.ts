import { type Alerts, forgetAlerts, keepAlerts, readAlerts } from "./asked-alerts.ts";
import { homeAddress, settings } from "./paper.ts";
import { ownRegistration, subscribe, subscription, unsubscribe } from "./subscription.ts";
import { newestMoment, watchPaper } from "./watch-paper.ts";

/** Why this browser does not do, or may not do, what the paper's settings ask of it. */
export function refusal(): string | undefined {
  const isAble = "Notification" in window && "serviceWorker" in navigator;
  if (!isAble || ("push" in settings() && !("PushManager" in window))) {
    return "This browser can't. On an iPhone or iPad, add the paper to the Home Screen first.";
  }
  return Notification.permission === "denied"
    ? "Your browser refuses notifications from this paper. Its settings can allow them."
    : undefined;
}

/** Only after a reader's click, since the browser asks. Also for another choice. Returns why nothing came of it. */
export async function turnOn(sections: Alerts["sections"]): Promise<string | undefined> {
  const refused = refusal();
  if (refused) return refused;
  if ((await Notification.requestPermission()) !== "granted") {
    return refusal() ?? "Your browser was not allowed to show notifications.";
  }
  try {
    await keepUp({ ...readAlerts(), sections });
    return undefined;
  } catch {
    if (!readAlerts()) await turnOff();
    return "The paper can't be reached just now.";
  }
}

/** Leaves nothing in the browser: with the worker goes its subscription. */
export async function turnOff(): Promise<void> {
  const { push } = settings();
  forgetAlerts();
  if (push) await unsubscribe(push);
  await (await ownRegistration())?.unregister();
}

/** On every page that is opened by a reader who asked for it, as long as the paper has notifications. */
export async function goOn(): Promise<void> {
  const { seconds, push } = settings();
  const alerts = readAlerts();
  if (!seconds) return await turnOff();
  if (!alerts || refusal()) return;
  const known = push && (await subscription())?.endpoint;
  // What fails here is tried again on the next page.
  if (!known || known !== alerts.endpoint) await keepUp(alerts).catch(() => {});
}

async function keepUp(alerts: Alerts): Promise<void> {
  const { sections } = alerts;
  const { push } = settings();
  const worker = `${homeAddress()}service-worker.js`;
  await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  if (push) {
    keepAlerts({ sections, endpoint: await subscribe(push, alerts) });
  } else {
    // Another page may have told of stories meanwhile.
    keepAlerts({ sections, since: readAlerts()?.since ?? (await newestMoment()) });
    watchPaper();
  }
}
