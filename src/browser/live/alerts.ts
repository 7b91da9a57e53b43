import { type Alerts, forgetAlerts, keepAlerts, readAlerts } from "./asked-alerts.ts";
import { homeAddress, settings } from "./paper.ts";
import { currentEndpoint, subscribe, unsubscribe } from "./subscription.ts";
import { newestMoment, watchPaper } from "./watch-paper.ts";

/** Why nothing comes of what a reader asks for. */
export type Refusal = "unable" | "denied" | "undecided" | "unreachable";

/** Whether this browser does, and may do, what the paper's settings ask of it. */
export function refusal(): Refusal | undefined {
  const isAble = "Notification" in window && "serviceWorker" in navigator;
  if (!isAble || (settings().push !== undefined && !("PushManager" in window))) return "unable";
  return Notification.permission === "denied" ? "denied" : undefined;
}

/** Only after a reader's click, since the browser asks. Also for another choice of sections. */
export async function turnOn(sections: Alerts["sections"]): Promise<Refusal | undefined> {
  const permission = refusal() ?? (await Notification.requestPermission());
  if (permission === "default") return "undecided";
  if (permission !== "granted") return permission;
  try {
    await keepUp({ ...readAlerts(), sections });
    return undefined;
  } catch {
    if (readAlerts() === undefined) await turnOff();
    return "unreachable";
  }
}

/** Leaves nothing in the browser. */
export async function turnOff(): Promise<void> {
  forgetAlerts();
  const registration = await navigator.serviceWorker?.getRegistration(homeAddress());
  if (registration === undefined) return;
  await unsubscribe(settings().push, registration);
  await registration.unregister();
}

/** On every page that is opened by a reader who asked for it. */
export async function goOn(): Promise<void> {
  const alerts = readAlerts();
  if (alerts === undefined || refusal() !== undefined) return;
  const isSubscribed = settings().push !== undefined && alerts.endpoint !== undefined;
  const isKnown = isSubscribed && alerts.endpoint === (await currentEndpoint());
  // What fails here is tried again on the next page.
  if (!isKnown) await keepUp(alerts).catch(() => {});
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
