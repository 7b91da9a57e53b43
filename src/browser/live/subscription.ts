import type { Alerts } from "./asked-alerts.ts";
import { homeAddress } from "./paper.ts";

/**
 * Has the paper's push service tell this browser: src/announce/push/ says what it is asked. Also for another choice.
 * @returns the endpoint, under which the service knows the browser.
 * @throws where the browser or the service does not answer.
 */
export async function subscribe(
  service: string,
  { sections, endpoint: replaces }: Alerts,
): Promise<string> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription =
    (await pushManager.getSubscription()) ??
    (await pushManager.subscribe(await optionsOf(service)));
  await post(`${service}/subscribe`, { subscription, sections, replaces });
  return subscription.endpoint;
}

/** The endpoint that the browser has given out, if any: it may give out another at any time. */
export async function currentEndpoint(): Promise<string | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(homeAddress());
  return (await registration?.pushManager.getSubscription())?.endpoint;
}

/** What the service is not told of now, it learns when it next sends something. */
export async function unsubscribe(
  service: string | undefined,
  { pushManager }: ServiceWorkerRegistration,
): Promise<void> {
  const subscription = await pushManager?.getSubscription();
  await subscription?.unsubscribe();
  if (service === undefined || !subscription) return;
  await post(`${service}/unsubscribe`, { endpoint: subscription.endpoint }).catch(() => {});
}

async function optionsOf(service: string): Promise<PushSubscriptionOptionsInit> {
  const { key } = await (await fetch(`${service}/key`)).json();
  return { userVisibleOnly: true, applicationServerKey: key };
}

async function post(url: string, asked: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(asked) });
  if (!response.ok) throw new Error(String(response.status));
}
