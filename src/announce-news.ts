import { existsSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AnnounceReport, announce, type News } from "./announce/announce.ts";
import { NoPushService, NotBuilt } from "./announce/announce-faults.ts";
import { AnnounceRecord } from "./announce/announce-record.ts";
import { isPublic, NEWS_MS } from "./announce/announcement.ts";
import type { Sending } from "./announce/delivering.ts";
import { type Changed, type Ping, pingHub, tellSearchEngines } from "./announce/ping.ts";
import { Postman } from "./announce/postman.ts";
import { publicLookup, resolveName } from "./announce/public-lookup.ts";
import { SubscriptionStore } from "./announce/push/subscription-store.ts";
import { readKeys } from "./announce/push/vapid-keys.ts";
import { readFact } from "./archive/facts.ts";
import { listPublished } from "./archive/lists.ts";
import { openArchive } from "./archive/open-archive.ts";
import { parseStored } from "./archive/parse-stored.ts";
import type { SiteParse } from "./content/parse-site.ts";
import { announceLines } from "./desk/print-announce.ts";
import { type Instant, isoIn } from "./model/instant.ts";
import type { Site } from "./model/site.ts";

export interface AnnouncedPaper {
  readonly cacheFolder: string;
  /** Holds keys, subscriptions, and what was sent. */
  readonly storeFolder: string;
  /** What the build said that readers get differently: nothing is told of any other new story. */
  readonly changes?: Changed | undefined;
}

/** How others are reached. */
export interface Reach {
  /** Connects to push services. */
  readonly agent: Agent;
  /** Where search engines are told of stories. */
  readonly indexNow: string;
}

export interface Told {
  readonly site: Site;
  readonly report: AnnounceReport;
  readonly pings: readonly Ping[];
}

/**
 * Tells subscribers of what the last build published, and the hub and search engines of what it changed.
 * @throws NotBuilt
 * @throws NoPushService where there is nobody to tell
 */
export async function announceNews(
  { cacheFolder, storeFolder, changes }: AnnouncedPaper,
  { agent, indexNow }: Reach,
  now: () => Instant,
  onThrough: Sending["onThrough"],
): Promise<Told> {
  const { site, stories } = readNews(cacheFolder, now());
  const isAnybody = [site.push, site.hub, site.indexNow].some((who) => who !== undefined);
  if (!isAnybody) throw new NoPushService();
  const clock = { now, waitUntil: (at: Instant) => sleep(Math.max(0, at - now())) };
  const added = changes && new Set(changes.added);
  const report = await tellReaders({ site, stories, added }, storeFolder, {
    agent,
    clock,
    onThrough,
  });
  const pings =
    changes === undefined
      ? []
      : [...(await pingHub(site, changes)), ...(await tellSearchEngines(site, changes, indexNow))];
  return { site, report, pings };
}

async function tellReaders(
  news: News,
  storeFolder: string,
  { agent, ...sending }: Pick<Sending, "clock" | "onThrough"> & { readonly agent: Agent },
): Promise<AnnounceReport> {
  const { push, organization, url } = news.site;
  if (push === undefined) return NOTHING_TOLD;
  const contact = organization.email === undefined ? url : `mailto:${organization.email}`;
  const postman = new Postman(agent, { ...readKeys(storeFolder), contact });
  using record = new AnnounceRecord(storeFolder);
  using subscriptions = new SubscriptionStore(storeFolder);
  return await announce(news, { ...sending, record, subscriptions, postman });
}

const NOTHING_TOLD: AnnounceReport = {
  announced: [],
  unanswered: [],
  held: [],
  silentUntil: undefined,
};

/** The archive is closed before anything is sent: no build has to wait. */
export function readNews(cacheFolder: string, now: Instant): News {
  if (!existsSync(join(cacheFolder, "archive.sqlite"))) throw new NotBuilt(cacheFolder);
  using archive = openArchive(cacheFolder);
  const settings = readFact(archive, "settings");
  const { site } = settings === undefined ? {} : parseStored<SiteParse>(settings);
  if (site === undefined) throw new NotBuilt(cacheFolder);
  return { site, stories: listPublished(archive, now - NEWS_MS, now).filter(isPublic) };
}

/** Connects to public hosts alone. */
export function publicAgent(): Agent {
  // Sockets that nobody uses are closed soon: endpoints may be at as many hosts as somebody likes to make up.
  return new Agent({ keepAlive: true, timeout: 5_000, lookup: publicLookup(resolveName) });
}

/** Whether nothing is left that could have been told. */
export function isDone({ report, pings }: Told): boolean {
  return report.unanswered.length === 0 && pings.every(({ fault }) => fault === undefined);
}

export function linesOf({ site, report, pings }: Told): string[] {
  const { silentUntil } = report;
  const until = silentUntil === undefined ? "" : isoIn(site.zone, silentUntil).slice(11, 16);
  return announceLines({ ...report, pings }, until);
}

/** The report as `--json` prints it; instants in ISO 8601. */
export function jsonOf({ site, report, pings }: Told): object {
  const { silentUntil, ...others } = report;
  return {
    ...others,
    pings,
    silentUntil: silentUntil === undefined ? null : isoIn(site.zone, silentUntil),
  };
}
