import { existsSync, readFileSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AnnounceReport, announce, type News } from "./announce/announce.ts";
import { NoPushService, NoReport, NotBuilt } from "./announce/announce-faults.ts";
import { AnnounceRecord } from "./announce/announce-record.ts";
import { isPublic, NEWS_MS } from "./announce/announcement.ts";
import type { Sending } from "./announce/delivering.ts";
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
  /** Addresses that a build added, of which alone something new is told. */
  readonly added?: ReadonlySet<string> | undefined;
  /** Connects to push services. */
  readonly agent: Agent;
}

export interface Told {
  readonly site: Site;
  readonly report: AnnounceReport;
}

/**
 * Tells subscribers of what the last build published.
 * @throws NotBuilt
 * @throws NoPushService
 */
export async function announceNews(
  { cacheFolder, storeFolder, added, agent }: AnnouncedPaper,
  now: () => Instant,
  onThrough: Sending["onThrough"],
): Promise<Told> {
  const { site, stories } = readNews(cacheFolder, now());
  if (site.push === undefined) throw new NoPushService();
  const { email } = site.organization;
  const contact = email === undefined ? site.url : `mailto:${email}`;
  const postman = new Postman(agent, { ...readKeys(storeFolder), contact });
  using record = new AnnounceRecord(storeFolder);
  using subscriptions = new SubscriptionStore(storeFolder);
  const clock = { now, waitUntil: (at: Instant) => sleep(Math.max(0, at - now())) };
  const sending = { record, subscriptions, postman, clock, onThrough };
  return { site, report: await announce({ site, stories, added }, sending) };
}

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

/**
 * What `build --json` says that readers can get since.
 * @throws NoReport
 */
export function readAdded(file: string): ReadonlySet<string> {
  const report = parseReport(readFileSync(file, "utf8"));
  if (report?.changes?.added === undefined) throw new NoReport(file);
  return new Set(report.changes.added);
}

function parseReport(
  text: string,
): { readonly changes?: { readonly added?: readonly string[] } } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether nothing is left that could have been told. */
export function isDone({ report }: Told): boolean {
  return report.unanswered.length === 0;
}

export function linesOf({ site, report }: Told): string[] {
  const { silentUntil } = report;
  const until = silentUntil === undefined ? "" : isoIn(site.zone, silentUntil).slice(11, 16);
  return announceLines(report, until);
}

/** The report as `--json` prints it; instants in ISO 8601. */
export function jsonOf({ site, report }: Told): object {
  const { silentUntil, ...others } = report;
  return {
    ...others,
    silentUntil: silentUntil === undefined ? null : isoIn(site.zone, silentUntil),
  };
}
