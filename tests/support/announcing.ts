import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { type AnnounceReport, announce } from "../../src/announce/announce.ts";
import { AnnounceRecord } from "../../src/announce/announce-record.ts";
import { Postman } from "../../src/announce/postman.ts";
import { SubscriptionStore } from "../../src/announce/push/subscription-store.ts";
import { makeKeys, readKeys } from "../../src/announce/push/vapid-keys.ts";
import { readNews } from "../../src/announce-news.ts";
import type { Instant } from "../../src/model/instant.ts";
import { paperFrom, SITE_YAML, type TestPaper } from "./paper-from.ts";
import { LoopbackAgent, startPushServer } from "./push-server.ts";
import { type Reader, readerAt } from "./reader.ts";
import { serve } from "./serve.ts";

export const CONTACT = "mailto:desk@example.org";

/** A story that was published some minutes before the paper's now, which is noon in London. */
export function story(slug: string, minutesAgo: number, keys = ""): string {
  const at = Temporal.Instant.from("2026-11-24T12:00Z").subtract({ minutes: minutesAgo });
  return `
-- stories/2026/11/${slug}.md --
---
headline: ${slug[0]?.toUpperCase()}${slug.slice(1)}
published: ${at}
${keys}
---
All that is known of ${slug}.
`;
}

/** What one run of `announce` works with, in this process or in one that is killed. */
export interface AnnounceOrder {
  readonly cacheFolder: string;
  readonly storeFolder: string;
  readonly port: number;
  readonly now: Instant;
}

export async function runAnnounce(
  { cacheFolder, storeFolder, port, now: start }: AnnounceOrder,
  added?: ReadonlySet<string>,
): Promise<AnnounceReport & { readonly waits: readonly number[]; readonly steps: number[] }> {
  let now = start;
  const waits: number[] = [];
  const steps: number[] = [];
  const agent = new LoopbackAgent(port);
  using record = new AnnounceRecord(storeFolder);
  using subscriptions = new SubscriptionStore(storeFolder);
  const clock = {
    now: () => now,
    waitUntil: async (at: Instant) => {
      waits.push(at - now);
      now = at;
    },
  };
  const postman = new Postman(agent, { ...readKeys(storeFolder), contact: CONTACT });
  const onThrough = (all: number) => steps.push(all);
  const sending = { record, subscriptions, postman, clock, onThrough };
  const report = await announce({ ...readNews(cacheFolder, now), added }, sending);
  agent.destroy();
  return { ...report, waits, steps };
}

/** A paper on the web, a push service, and readers. */
export async function announcing(stories: string, settings = "") {
  const paper = paperFrom(stories);
  const site = await serve(paper.outputFolder);
  const email = "organization: { email: desk@example.org }";
  const push = "push: https://push.example.org";
  const yaml = `${SITE_YAML.replace("https://example.org", site.url)}${push}\n${email}\n${settings}`;
  paper.write("site.yaml", yaml);
  const server = await startPushServer();
  onTestFinished(() => server.close());
  const storeFolder = join(paper.folder, ".push");
  const keys = makeKeys(storeFolder);
  const readers = new Map<string, Reader>();

  const announceAt = (now: Instant, added?: ReadonlySet<string>) =>
    runAnnounce({ cacheFolder: paper.cacheFolder, storeFolder, port: server.port, now }, added);

  return {
    paper,
    site,
    server,
    keys,
    storeFolder,
    /** A reader at an endpoint of a path: `/0001`. */
    subscribe: (path: string, sections?: readonly string[], host = "push.example.net") => {
      using store = new SubscriptionStore(storeFolder);
      const reader = readerAt(`https://${host}${path}`);
      readers.set(path, reader);
      store.subscribe({ subscription: reader.subscription, choice: sections });
      return reader;
    },
    /** Many readers who want everything, in one go. */
    subscribeAll: (paths: readonly string[]) => {
      new SubscriptionStore(storeFolder)[Symbol.dispose]();
      using database = new DatabaseSync(join(storeFolder, "subscriptions.sqlite"));
      const insert = database.prepare(
        "INSERT INTO subscriptions (endpoint, p256dh, auth) VALUES (?, ?, ?)",
      );
      const { keys } = readerAt("").subscription;
      database.exec("BEGIN");
      for (const path of paths)
        insert.run(`https://push.example.net${path}`, keys.p256dh, keys.auth);
      database.exec("COMMIT");
    },
    readers,
    /** Endpoints that are still subscribed. */
    subscribed: async () => {
      using store = new SubscriptionStore(storeFolder);
      const all = await store.list({ after: 0, upTo: Number.MAX_SAFE_INTEGER }, "world", 10_000);
      return all.map(({ endpoint }) => new URL(endpoint).pathname);
    },
    announce: (hoursLater = 0, added?: ReadonlySet<string>) =>
      announceAt(paper.now + hoursLater * 3_600_000, added),
    build: async () => await (paper as TestPaper).build(),
  };
}
