import type { Alerts } from "./asked-alerts.ts";
import { homeAddress } from "./paper.ts";
import { answered, read } from "./read.ts";

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

/** What the browser has given out, if anything: it may give out another at any time. */
export async function subscription(): Promise<PushSubscription | null | undefined> {
  return await (await ownRegistration())?.pushManager?.getSubscription();
}

export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  return await navigator.serviceWorker?.getRegistration(homeAddress());
}

/** What the service is not told of now, it learns when it next sends something. */
export async function unsubscribe(service: string): Promise<void> {
  const { endpoint } = (await subscription()) ?? {};
  if (endpoint) await post(`${service}/unsubscribe`, { endpoint }).catch(() => {});
}

async function optionsOf(service: string): Promise<PushSubscriptionOptionsInit> {
  const { key } = await read<{ readonly key: string }>(`${service}/key`);
  return { userVisibleOnly: true, applicationServerKey: key };
}

async function post(url: string, asked: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  await answered(url, { method: "POST", headers, body: JSON.stringify(asked) });
}
