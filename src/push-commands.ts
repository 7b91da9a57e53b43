import type { Command, Option } from "commander";
import type { Instant } from "./model/instant.ts";
import { folder, toCount, toExistingPath, toPort } from "./parse-flags.ts";
import type { PushOptions } from "./start-push.ts";

interface AnnounceFlags {
  readonly cache: string;
  readonly store: string;
  readonly changes?: string;
  readonly json: boolean;
}

/** The commands by which readers hear of news, and what they are done at. */
export function addPushCommands(dateline: Command, now: () => Instant): void {
  const push = dateline
    .command("push")
    .description("serve readers who subscribe to notifications, until it is ended")
    .addOption(folder("--content <dir>", "whose site.yaml names paper and service", "content"))
    .addOption(storeFolder())
    .option("--host <address>", "where to listen; readers reach it by https", "127.0.0.1")
    .option("--port <number>", "0: any that is free", toPort, 8090)
    .option("--proxies <number>", "before it, that add to X-Forwarded-For", toCount, 0)
    .action((flags: PushOptions) => runPush(flags, now));

  push
    .command("keys")
    .description("make the keys by which push services know the paper, once and for good")
    .addOption(storeFolder())
    .action(runPushKeys);

  dateline
    .command("announce")
    .description("tell subscribers of each new story, once; when it was deployed")
    .addOption(folder("--cache <dir>", "what the last build knew", ".cache"))
    .addOption(storeFolder())
    .option(
      "--changes <file>",
      "only what build --json says that it changed; tells hub and search engines, too",
      toExistingPath,
    )
    .option("--json", "print the report as one JSON object on standard output", false)
    .action((flags: AnnounceFlags) => runAnnounce(flags, now));
}

function storeFolder(): Option {
  return folder("--store <dir>", "keys, subscriptions, and what was sent", ".push");
}

async function runPush(flags: PushOptions, now: () => Instant): Promise<void> {
  const { startPush } = await import("./start-push.ts");
  const service = await startPush(flags, now);
  process.stderr.write(`Pages of ${service.origin} can subscribe at ${service.url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => service[Symbol.asyncDispose]());
  }
}

// A subcommand finds a flag of the same name with the command above it.
async function runPushKeys(_flags: object, command: Command): Promise<void> {
  const { store } = command.optsWithGlobals<{ readonly store: string }>();
  const { makeKeys } = await import("./announce/push/vapid-keys.ts");
  process.stdout.write(`${makeKeys(store).publicKey}\n`);
}

async function runAnnounce(flags: AnnounceFlags, now: () => Instant): Promise<void> {
  const { announceNews, isDone, jsonOf, linesOf, publicAgent } = await import("./announce-news.ts");
  const { readReportedChanges } = await import("./reported-changes.ts");
  const { INDEX_NOW } = await import("./announce/ping.ts");
  const { showProgress } = await import("./desk/show-progress.ts");
  const progress = showProgress(process.stderr, "messages");
  const paper = {
    cacheFolder: flags.cache,
    storeFolder: flags.store,
    changes: flags.changes === undefined ? undefined : readReportedChanges(flags.changes),
  };
  const reach = { agent: publicAgent(), indexNow: INDEX_NOW };
  const told = await announceNews(paper, reach, now, progress.onStep).finally(progress.stop);
  process.stderr.write(`${linesOf(told).join("\n")}\n`);
  if (flags.json) process.stdout.write(`${JSON.stringify(jsonOf(told), null, 2)}\n`);
  if (!isDone(told)) process.exitCode = 1;
}
