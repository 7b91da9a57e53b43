// node bench/push.ts 100000: announces a story to so many subscriptions, is killed in the middle, and goes on.
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { createECDH, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { SubscriptionStore } from "../src/announce/push/subscription-store.ts";
import { makeKeys } from "../src/announce/push/vapid-keys.ts";
import { startServer } from "../tests/support/static-server.ts";
import { PROJECT } from "./dateline-build.ts";
import { endpointKind, endpointOf, SAMPLED } from "./push-endpoints.ts";
import type { Arrivals } from "./push-server.ts";

const LOOK_MS = 100;
const count = Number(process.argv[2] ?? 1_000);
const folder = mkdtempSync(join(tmpdir(), "dateline-push-"));
const [site, cache, store] = ["_site", ".cache", ".push"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

const pages = await startServer(site);
publishStory(pages.url);
const readersFile = subscribe();
const server = fork(join(import.meta.dirname, "push-server.ts"), [String(count), readersFile]);
const [{ port }] = (await once(server, "message")) as [{ port: number }];

print(`${count} subscriptions in ${folder}`);
const first = await announce((arrived) => arrived.messages >= count / 2);
print(`Killed after ${first.messages} messages: ${first.line}`);
const second = await announce(() => false);
print(`Then to the end: ${second.line}`);
print(`Its summary: ${second.summary}`);
const { told, twice, read } = await arrivals();
const known = countSubscriptions();
print(
  `${told} told, ${twice} of them twice; ${read} of ${Math.ceil(count / SAMPLED)} samples read; ${known} left`,
);
const reachable = range().filter((n) => !["gone", "failing"].includes(endpointKind(n))).length;
print(
  `${reachable - told} of ${reachable} that could be told were not: in doubt when it was killed`,
);
server.kill();
pages.close();
if (twice > 0) process.exitCode = 1;

function publishStory(url: string): void {
  const at = new Date(Date.now() - 60_000).toISOString();
  write(
    "stories/2026/11/storm.md",
    `---\nheadline: Storm nears the coast of Liguria\npublished: ${at}\n---\nWinds rise.\n`,
  );
  write(
    "site.yaml",
    `name: The Daily Bench\nurl: ${url}\nlanguage: en\nzone: UTC\nsections: {}\npush: https://push.example.org\norganization: { email: desk@example.org }\n`,
  );
  const args = ["build", "--content", join(folder, "content"), "--output", site, "--cache", cache];
  const { status } = spawnSync(process.execPath, [join(PROJECT, "src/cli.ts"), ...args]);
  if (status !== 0) throw new Error("The paper could not be built.");
}

function write(path: string, source: string): void {
  const file = join(folder, "content", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

/** Fills the store; gives the file with the private keys of those readers whose messages are read. */
function subscribe(): string {
  makeKeys(store);
  new SubscriptionStore(store)[Symbol.dispose]();
  using database = new DatabaseSync(join(store, "subscriptions.sqlite"));
  const insert = database.prepare(
    "INSERT INTO subscriptions (endpoint, p256dh, auth) VALUES (?, ?, ?)",
  );
  const readers: Record<number, object> = {};
  database.exec("BEGIN");
  for (const index of range()) {
    const curve = createECDH("prime256v1");
    const p256dh = curve.generateKeys().toString("base64url");
    const auth = randomBytes(16).toString("base64url");
    const endpoint = endpointOf(index);
    insert.run(endpoint, p256dh, auth);
    const privateKey = curve.getPrivateKey().toString("base64url");
    if (index % SAMPLED === 0)
      readers[index] = { privateKey, subscription: { endpoint, keys: { p256dh, auth } } };
  }
  database.exec("COMMIT");
  const file = join(folder, "readers.json");
  writeFileSync(file, JSON.stringify(readers));
  return file;
}

function countSubscriptions(): number {
  using database = new DatabaseSync(join(store, "subscriptions.sqlite"));
  return Number(database.prepare("SELECT count(*) AS n FROM subscriptions").get()?.n);
}

function range(): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

async function announce(isEnough: (arrived: Arrivals) => boolean) {
  const before = await arrivals();
  const begun = performance.now();
  const program = join(import.meta.dirname, "push-announce.ts");
  const child = spawn(process.execPath, [program, cache, store, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const summary = text(child.stdout);
  const figures = await watch(child, before, isEnough);
  const seconds = (performance.now() - begun) / 1000;
  const messages = (await arrivals()).messages - before.messages;
  return { messages, summary: await summary, line: lineOf(messages, seconds, figures) };
}

interface Figures {
  /** Of the time in which most messages were sent. */
  readonly perSecond: number;
  /** Megabytes after a tenth, three, five, seven and nine tenths of the messages. */
  readonly memory: readonly number[];
  readonly cpuSeconds: number;
}

async function watch(
  child: ChildProcess,
  before: Arrivals,
  isEnough: (arrived: Arrivals) => boolean,
): Promise<Figures> {
  const looks: { at: number; messages: number; memory: number }[] = [];
  let cpuSeconds = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const now = await arrivals();
    const usage = usageOf(Number(child.pid));
    if (usage !== undefined) {
      looks.push({ at: performance.now(), messages: now.messages - before.messages, ...usage });
      cpuSeconds = usage.cpuSeconds;
    }
    if (isEnough(now)) child.kill("SIGKILL");
    await sleep(LOOK_MS);
  }
  const all = looks.at(-1)?.messages ?? 0;
  const middle = looks.filter(({ messages }) => messages > all * 0.1 && messages < all * 0.9);
  const [from, to] = [middle[0], middle.at(-1)];
  const memory = [0.1, 0.3, 0.5, 0.7, 0.9].map(
    (share) => looks.find(({ messages }) => messages >= all * share)?.memory ?? Number.NaN,
  );
  const perSecond =
    from && to ? ((to.messages - from.messages) / (to.at - from.at)) * 1000 : Number.NaN;
  return { perSecond, memory, cpuSeconds };
}

/** Of a process, from the kernel; `undefined` when it has ended. */
function usageOf(pid: number): { memory: number; cpuSeconds: number } | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ").slice(13, 15);
    if (kilobytes === undefined) return undefined;
    return { memory: Number(kilobytes) / 1000, cpuSeconds: (Number(user) + Number(system)) / 100 };
  } catch {
    return undefined;
  }
}

function lineOf(messages: number, seconds: number, { perSecond, memory, cpuSeconds }: Figures) {
  const megabytes = memory.map((size) => size.toFixed(0)).join(", ");
  return `${messages} messages in ${seconds.toFixed(1)} s, ${perSecond.toFixed(0)} a second while most were sent, ${cpuSeconds.toFixed(1)} s of processor time, ${megabytes} MB`;
}

async function arrivals(): Promise<Arrivals> {
  server.send("arrivals?");
  const [message] = (await once(server, "message")) as [Arrivals];
  return message;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
