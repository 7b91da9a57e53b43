import { absoluteUrl, type Site } from "../model/site.ts";
import { reasonOf } from "./page-answers.ts";

/** What a build made readers get differently: addresses. */
export interface Changed {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What was told to whom: a hub of feeds, or search engines. */
export interface Ping {
  readonly to: "hub" | "search engines";
  readonly addresses: readonly string[];
  /** Why it was not taken. */
  readonly fault?: string;
}

/** Takes what search engines are told, and passes it on to all that take part. */
export const INDEX_NOW = "https://api.indexnow.org/indexnow";

const TIMEOUT_MS = 15_000;
const FEED = /\/(feed\.xml|atom\.xml|feed\.json)$/;
const STORY = /^\/\d{4}\/\d\d\/(?!\d+\/$)[^/]+\/$/;

/** So many addresses may be in one submission. */
const MOST_STORIES = 10_000;

const MOST_FEEDS = 1_000;

/** Tells the paper's hub which feeds changed, so that it fetches them and passes them on (PubSubHubbub 0.3, 7.1; WebSub). */
export async function pingHub(site: Site, { added, changed }: Changed): Promise<Ping[]> {
  const { hub } = site;
  const feeds = [...added, ...changed].filter((address) => FEED.test(address));
  if (hub === undefined || feeds.length === 0) return [];
  const addresses = feeds.slice(0, MOST_FEEDS);
  const form = new URLSearchParams({ "hub.mode": "publish" });
  for (const address of addresses) form.append("hub.url", absoluteUrl(site, address));
  return [pingOf("hub", addresses, await whyRefused(hub, { body: form }))];
}

/** Tells search engines which stories are new, changed or gone, if the paper has a key for that. */
export async function tellSearchEngines(
  site: Site,
  { added, changed, removed }: Changed,
  api: string,
): Promise<Ping[]> {
  const { indexNow: key, url } = site;
  const stories = [...added, ...changed, ...removed].filter((address) => STORY.test(address));
  if (key === undefined || stories.length === 0) return [];
  const addresses = stories.slice(0, MOST_STORIES);
  const body = JSON.stringify({
    host: new URL(url).host,
    key,
    keyLocation: `${url}/${key}.txt`,
    urlList: addresses.map((address) => absoluteUrl(site, address)),
  });
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  return [pingOf("search engines", addresses, await whyRefused(api, { headers, body }))];
}

function pingOf(to: Ping["to"], addresses: readonly string[], fault: string | undefined): Ping {
  return { to, addresses, ...(fault !== undefined && { fault }) };
}

async function whyRefused(url: string, init: RequestInit): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { ...init, method: "POST", redirect: "manual", signal });
    await response.body?.cancel();
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    // The stories are out all the same: whoever is told next time hears of them.
    return reasonOf(error as Error);
  }
}
