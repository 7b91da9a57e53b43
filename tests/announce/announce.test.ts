import { describe, expect, test } from "vitest";
import { announcing, CONTACT, story } from "../support/announcing.ts";
import { decryptPush, verifyVapid } from "../support/decrypt-push.ts";
import type { Sent } from "../support/push-server.ts";
import type { Reader } from "../support/reader.ts";

type Desk = Awaited<ReturnType<typeof announcing>>;

/** Addresses that readers were told of, by the paths of their endpoints, in order of arrival. */
function toldOf({ server, readers, site }: Desk): string[] {
  return server.sent.map(({ path, body }) => {
    const { notification } = JSON.parse(decryptPush(body, readers.get(path) as Reader));
    return `${path} ${notification.navigate.replace(site.url, "")}`;
  });
}

test("decrypting is that of RFC 8291, by its own example", () => {
  const reader: Reader = {
    subscription: {
      endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
      keys: {
        p256dh:
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: "BTBZMqHH6r4Tts7J_aSIgg",
      },
    },
    privateKey: Buffer.from("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "base64url"),
  };
  const body =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  expect(decryptPush(Buffer.from(body, "base64url"), reader)).toBe(
    "When I grow up, I want to be a watermelon",
  );
});

describe("a new story", () => {
  test("is told once to everybody who asked for everything or its section", async () => {
    const desk = await announcing(story("storm", 5, "section: world") + story("calm", 4));
    desk.subscribe("/all");
    desk.subscribe("/world", ["world"]);
    desk.subscribe("/science", ["science"]);
    await desk.build();

    const { announced, steps } = await desk.announce();
    expect(toldOf(desk).sort()).toEqual([
      "/all /2026/11/calm/",
      "/all /2026/11/storm/",
      "/world /2026/11/storm/",
    ]);
    expect(announced).toMatchObject([
      { address: "/2026/11/storm/", headline: "Storm", told: 2 },
      { address: "/2026/11/calm/", headline: "Calm", told: 1 },
    ]);
    expect(steps).toEqual([3, 3, 3]);
    expect((await desk.announce()).announced).toEqual([]);
    expect(desk.server.sent).toHaveLength(3);
  });

  test("C9.3 is sent as RFC 8030, 8291 and 8292 say", async () => {
    const desk = await announcing(story("storm", 60));
    const reader = desk.subscribe("/all");
    await desk.build();
    await desk.announce();

    const { headers, body } = desk.server.sent[0] as Sent;
    expect(headers).toMatchObject({
      ttl: String(23 * 60 * 60),
      urgency: "normal",
      topic: expect.stringMatching(/^[\w-]{1,32}$/),
      "content-encoding": "aes128gcm",
      "content-type": "application/octet-stream",
    });
    expect(body.length).toBeLessThanOrEqual(4_096);
    expect(decryptPush(body, reader)).toContain("Storm");
    const { exp, ...claims } = verifyVapid(headers.authorization);
    expect(claims).toEqual({
      aud: "https://push.example.net",
      sub: CONTACT,
      key: desk.keys.publicKey,
    });
    expect(exp - desk.paper.now / 1000).toBeLessThanOrEqual(24 * 60 * 60);
    expect(exp - desk.paper.now / 1000).toBeGreaterThan(0);
  });

  test("C9.4 can be read by browsers that need no service worker", async () => {
    const desk = await announcing(story("storm", 5, "summary: Ports close.\nlanguage: en-GB"));
    const reader = desk.subscribe("/all");
    await desk.build();
    await desk.announce();
    expect(JSON.parse(decryptPush((desk.server.sent[0] as Sent).body, reader))).toEqual({
      web_push: 8030,
      notification: {
        title: "Storm",
        body: "Ports close.",
        navigate: `${desk.site.url}/2026/11/storm/`,
        lang: "en-GB",
        tag: "/2026/11/storm/",
      },
    });
  });

  test("is more urgent where the paper gives it priority, and less when it is late", async () => {
    const desk = await announcing(
      story("storm", 5, "priority: 1") + story("calm", 4) + story("tide", 61),
    );
    desk.subscribe("/all");
    await desk.build();
    await desk.announce();
    const urgencies = desk.server.sent.map(({ headers }) => headers.urgency);
    expect(urgencies).toEqual(["low", "high", "normal"]);
    expect(new Set(desk.server.sent.map(({ headers }) => headers.topic)).size).toBe(3);
  });

  test("fits into a message whatever is written in it", async () => {
    const keys = `summary: ${"風が強くなる。".repeat(140)}`;
    const headline = "台風が近づく".repeat(50);
    const desk = await announcing(
      story("storm", 5, keys).replace("headline: Storm", `headline: ${headline}`),
    );
    const reader = desk.subscribe("/all");
    await desk.build();
    await desk.announce();
    const { body } = desk.server.sent[0] as Sent;
    expect(body.length).toBeLessThanOrEqual(4_096);
    expect(JSON.parse(decryptPush(body, reader)).notification.title).toBe(headline);
  });
});

describe("nobody is told", () => {
  test("of a correction, another headline, or a story that moved", async () => {
    const desk = await announcing(story("storm", 5) + story("calm", 4));
    desk.subscribe("/all");
    await desk.build();
    await desk.announce();
    const { paper } = desk;
    paper.edit(
      "stories/2026/11/storm.md",
      "headline: Storm",
      "headline: The storm\nupdated: 2026-11-24T12:00Z",
    );
    paper.move("stories/2026/11/calm.md", "stories/2026/11/the-calm.md");
    await desk.build();
    expect(await desk.announce()).toMatchObject({ announced: [], unanswered: [] });
    paper.edit("stories/2026/11/the-calm.md", "---\n", "---\naliases: [/2026/11/calm/]\n");
    paper.edit("stories/2026/11/the-calm.md", "All that is", "Much that was");
    await desk.build();
    expect(await desk.announce()).toMatchObject({ announced: [], unanswered: [] });
    expect(desk.server.sent).toHaveLength(2);
  });

  test("of a story of yesterday, whatever the cache has forgotten", async () => {
    const desk = await announcing(story("storm", 24 * 60) + story("calm", 24 * 60 - 1));
    desk.subscribe("/all");
    await desk.build();
    const { announced } = await desk.announce();
    expect(announced).toMatchObject([{ address: "/2026/11/calm/", told: 1 }]);
    expect(toldOf(desk)).toEqual(["/all /2026/11/calm/"]);
  });

  test("of a draft, a scheduled, an embargoed or a withdrawn story", async () => {
    const desk = await announcing(
      story("draft", 5, "status: draft") +
        story("scheduled", -5) +
        story("embargoed", 5, "embargo: 2026-11-24T12:05Z") +
        story("withdrawn", 5, "status: withdrawn\nreason: It was wrong."),
    );
    desk.subscribe("/all");
    await desk.build();
    expect(await desk.announce()).toMatchObject({ announced: [], unanswered: [] });
    // Nor at its time, as long as no build has published it.
    expect(await desk.announce(1)).toMatchObject({ announced: [], unanswered: [] });
    desk.paper.now += 3_600_000;
    await desk.build();
    await desk.announce();
    expect(toldOf(desk).sort()).toEqual(["/all /2026/11/embargoed/", "/all /2026/11/scheduled/"]);
  });

  test("of what does not answer at its address, until it does", async () => {
    const desk = await announcing(story("storm", 5));
    desk.subscribe("/all");
    await desk.build();
    const { outputFolder } = desk.paper;
    const { rename } = await import("node:fs/promises");
    await rename(`${outputFolder}/2026`, `${outputFolder}/2027`);
    expect(await desk.announce()).toMatchObject({
      announced: [],
      unanswered: [{ address: "/2026/11/storm/", reason: "HTTP 404" }],
    });
    await rename(`${outputFolder}/2027`, `${outputFolder}/2026`);
    expect(await desk.announce()).toMatchObject({ announced: [{ told: 1 }], unanswered: [] });
  });

  test("of what a build did not add, where its report is given", async () => {
    const desk = await announcing(story("storm", 5) + story("calm", 4));
    desk.subscribe("/all");
    await desk.build();
    await desk.announce(0, new Set(["/", "/2026/11/calm/"]));
    expect(toldOf(desk)).toEqual(["/all /2026/11/calm/"]);
  });

  test("of a story that was out before they subscribed", async () => {
    const desk = await announcing(story("storm", 5));
    desk.subscribe("/first");
    await desk.build();
    desk.server.replyWith(() => {
      if (!desk.readers.has("/late")) desk.subscribe("/late");
      return 201;
    });
    await desk.announce();
    await desk.announce();
    expect(toldOf(desk)).toEqual(["/first /2026/11/storm/"]);
  });
});

describe("in silent hours", () => {
  // Noon in London is 7 a.m. in the paper's New York.
  test("stories are held, and told when they are over", async () => {
    const desk = await announcing(story("storm", 5), "silentHours: { from: 22:00, to: 07:30 }\n");
    desk.subscribe("/all");
    await desk.build();
    const held = await desk.announce();
    expect(held).toMatchObject({ announced: [], held: ["/2026/11/storm/"] });
    expect(held.silentUntil).toBe(desk.paper.now + 30 * 60_000);
    expect(desk.server.sent).toEqual([]);
    expect(await desk.announce(0.5)).toMatchObject({ announced: [{ told: 1 }], held: [] });
  });

  test("no push service hands out what it could not before", async () => {
    const desk = await announcing(story("storm", 5), "silentHours: { from: 09:00, to: 11:00 }\n");
    desk.subscribe("/all");
    await desk.build();
    await desk.announce();
    expect(desk.server.sent[0]?.headers.ttl).toBe(String(2 * 60 * 60));
  });
});
