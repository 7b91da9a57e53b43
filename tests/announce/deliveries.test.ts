import { execFile } from "node:child_process";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { AnnounceBusy } from "../../src/announce/announce-faults.ts";
import { AnnounceRecord } from "../../src/announce/announce-record.ts";
import { type AnnounceOrder, announcing, story } from "../support/announcing.ts";
import { LoopbackAgent, type Reply } from "../support/push-server.ts";

type Desk = Awaited<ReturnType<typeof announcing>>;

async function storm(...paths: readonly string[]): Promise<Desk> {
  const desk = await announcing(story("storm", 60));
  desk.subscribeAll(paths);
  await desk.build();
  return desk;
}

/** How often each endpoint was sent to. */
function countOf({ server }: Desk): Record<string, number> {
  const counts = Object.groupBy(server.sent, ({ path }) => path);
  return Object.fromEntries(Object.entries(counts).map(([path, sent = []]) => [path, sent.length]));
}

/** Answers of each endpoint, one after the other; in the end 201. */
function reply(desk: Desk, replies: Readonly<Record<string, readonly Reply[]>>): void {
  desk.server.replyWith(({ path }) => replies[path]?.[(countOf(desk)[path] ?? 0) - 1] ?? 201);
}

const later = (status: number, after?: string): Reply => ({
  status,
  headers: after === undefined ? {} : { "Retry-After": after },
});

describe("a subscription", () => {
  test("that is no more is forgotten", async () => {
    const desk = await storm("/here", "/gone", "/unknown");
    reply(desk, { "/gone": [410], "/unknown": [404] });
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 1, gone: 2 }] });
    expect(await desk.subscribed()).toEqual(["/here"]);
  });

  test("is tried again when its push service says, by seconds or by date", async () => {
    const desk = await storm("/seconds", "/date", "/unsaid");
    const date = new Date(desk.paper.now + 240_000).toUTCString();
    reply(desk, {
      "/seconds": [later(429, "120")],
      "/date": [later(503, date)],
      "/unsaid": [later(500), later(500)],
    });
    const { announced, waits } = await desk.announce();
    expect(announced).toMatchObject([{ told: 3, waiting: 0 }]);
    expect(waits).toEqual([5_000, 20_000, 95_000, 120_000]);
    expect(countOf(desk)).toEqual({ "/seconds": 2, "/date": 2, "/unsaid": 3 });
  });

  test("that never takes anything is given up in the end", async () => {
    const desk = await storm("/here", "/ill");
    reply(desk, { "/ill": Array(9).fill(later(503, "1")) });
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 1, unreached: 1 }] });
    expect(countOf(desk)).toEqual({ "/here": 1, "/ill": 5 });
    expect(await desk.subscribed()).toEqual(["/here", "/ill"]);
  });

  test("that must wait for hours is left to a later run, and tried in none before", async () => {
    const desk = await storm("/here", "/busy");
    reply(desk, { "/busy": [later(429, "7200")] });
    expect(await desk.announce()).toMatchObject({
      announced: [{ told: 1, waiting: 1 }],
      waits: [],
    });
    expect(await desk.announce(1)).toMatchObject({ announced: [{ told: 0, waiting: 1 }] });
    expect(await desk.announce(2.5)).toMatchObject({ announced: [{ told: 1, waiting: 0 }] });
    expect(await desk.announce(3)).toMatchObject({ announced: [] });
    expect(countOf(desk)).toEqual({ "/here": 1, "/busy": 2 });
  });

  test("that must wait until the story is no news is given up", async () => {
    const desk = await storm("/busy");
    reply(desk, { "/busy": [later(429, "86400")] });
    expect(await desk.announce()).toMatchObject({ announced: [{ unreached: 1, waiting: 0 }] });
  });

  test("whose push service takes a message and says nothing is not sent it again", async () => {
    const desk = await storm("/here", "/silent");
    reply(desk, { "/silent": ["hang-up"] });
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 1, doubtful: 1 }] });
    await desk.announce();
    expect(countOf(desk)).toEqual({ "/here": 1, "/silent": 1 });
  });

  test("is not followed elsewhere", async () => {
    const desk = await storm("/moved");
    const headers = { Location: "https://169.254.169.254/latest/meta-data/" };
    reply(desk, { "/moved": [{ status: 307, headers }] });
    expect(await desk.announce()).toMatchObject({ announced: [{ refused: 1 }] });
    expect(countOf(desk)).toEqual({ "/moved": 1 });
  });

  test.each([
    "https://127.0.0.1",
    "https://localhost",
    "http://push.example.net",
    "https://push.example.net:8443",
  ])("at %s is sent nothing, however it got there", async (origin) => {
    const desk = await storm("/here");
    desk.subscribe("/inside", undefined, origin.replace("https://", ""));
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 1, refused: 1 }] });
    expect(countOf(desk)).toEqual({ "/here": 1 });
  });

  test("whose host can't be reached is tried again", async () => {
    const desk = await storm("/here");
    desk.server.close();
    const { announced, waits } = await desk.announce();
    expect(announced).toMatchObject([{ told: 0, unreached: 1 }]);
    expect(waits).toEqual([5_000, 20_000, 80_000, 320_000]);
  });

  test("that a reader gave up meanwhile is not tried again", async () => {
    const desk = await storm("/here");
    desk.server.replyWith(async () => {
      const { SubscriptionStore } = await import("../../src/announce/push/subscription-store.ts");
      using store = new SubscriptionStore(desk.storeFolder);
      store.unsubscribe("https://push.example.net/here");
      return 503;
    });
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 0, waiting: 0 }] });
    expect(countOf(desk)).toEqual({ "/here": 1 });
  });
});

test("a story that was withdrawn while somebody had to wait is over for good", async () => {
  const desk = await storm("/here", "/busy");
  reply(desk, { "/busy": [later(429, "7200")] });
  await desk.announce();
  desk.paper.edit("stories/2026/11/storm.md", /^---/, "---\nstatus: withdrawn\nreason: Wrong.");
  await desk.build();
  expect(await desk.announce(3)).toMatchObject({ announced: [] });
  desk.paper.edit("stories/2026/11/storm.md", "status: withdrawn\nreason: Wrong.\n", "");
  await desk.build();
  expect(await desk.announce(3)).toMatchObject({ announced: [] });
  expect(countOf(desk)).toEqual({ "/here": 1, "/busy": 1 });
});

test("many are sent to at a time, and no more", async () => {
  const desk = await storm(...Array.from({ length: 400 }, (_, n) => `/${n}`));
  const held: (() => void)[] = [];
  const groups: number[] = [];
  desk.server.replyWith(async ({ path }) => {
    if (path === "/knock") return 204;
    await new Promise<void>((resolve) => {
      held.push(resolve);
      // Whoever comes before somebody else has come in and out is of the same group.
      if (held.length === 200) knock(desk).then(release);
    });
    return 201;
  });
  const release = () => {
    groups.push(held.length);
    for (const go of held.splice(0)) go();
  };
  expect(await desk.announce()).toMatchObject({ announced: [{ told: 400 }] });
  expect(groups).toEqual([200, 200]);
});

async function knock({ server }: Desk): Promise<void> {
  const agent = new LoopbackAgent(server.port);
  const response = await new Promise<IncomingMessage>((resolve) => {
    get("https://push.example.net/knock", { agent }, resolve);
  });
  await text(response);
  agent.destroy();
}

test("one announce at a time", async () => {
  const desk = await storm("/here");
  using _record = new AnnounceRecord(desk.storeFolder);
  await expect(desk.announce()).rejects.toThrow(AnnounceBusy);
});

describe("killed in the middle", () => {
  const PATHS = Array.from({ length: 450 }, (_, n) => `/${n}`);

  /** An announce that is killed when so many messages have arrived. */
  async function killAfter(desk: Desk, count: number): Promise<void> {
    const order: AnnounceOrder = {
      cacheFolder: desk.paper.cacheFolder,
      storeFolder: desk.storeFolder,
      port: desk.server.port,
      now: desk.paper.now,
    };
    const program = join(import.meta.dirname, "../support/dying-announce.ts");
    const child = execFile(process.execPath, [program, JSON.stringify(order)]);
    let arrived = 0;
    desk.server.replyWith(() => {
      if (++arrived === count) child.kill("SIGKILL");
      return 201;
    });
    await new Promise((resolve) => child.once("exit", resolve));
    expect(child.signalCode).toBe("SIGKILL");
  }

  test.each([1, 201, 450])(
    "at message %i, it sends nobody the same story twice, and the next run goes on",
    async (count) => {
      const desk = await storm(...PATHS);
      await killAfter(desk, count);
      desk.server.replyWith(() => 201);
      const { announced } = await desk.announce();
      const counts = countOf(desk);
      expect(Object.values(counts).every((times) => times === 1)).toBe(true);
      // Some that were written down were not sent to: no more than are sent to at a time, and a batch.
      const missed = PATHS.length - Object.keys(counts).length;
      expect(missed).toBeLessThanOrEqual(announced[0]?.doubtful ?? 0);
      expect(announced[0]?.doubtful).toBeLessThanOrEqual(400);
      expect(await desk.announce()).toMatchObject({ announced: [] });
    },
  );
});
