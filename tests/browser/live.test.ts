import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { type Controlled, serveControlled } from "../support/controlled-server.ts";
import { violationsOf } from "../support/inspect-page.ts";
import { type LivePage, openLive } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";

const open = useBrowser();

const MINUTE = 60_000;

/** A story, so many minutes before noon. */
const story = (headline: string, minutes: number, keys = "section: world") => `---
headline: ${headline}
dateline: NORFOLK, Va.
summary: Winds rise along the coast.
published: ${new Date(Date.UTC(2026, 10, 24, 12) - minutes * MINUTE).toISOString()}
${keys}
---
Winds rise.
`;

/** Thirty storms, the newest ten minutes old, one more each hour before. */
async function stormyPaper(count = 30): Promise<TestPaper> {
  const paper = paperFrom("");
  for (let number = 1; number <= count; number++) {
    const name = String(number).padStart(2, "0");
    paper.write(path(number), story(`Storm ${name}`, 10 + 60 * (count - number)));
  }
  await paper.build();
  return paper;
}

const path = (number: number) => `stories/2026/11/storm-${number}.md`;

/** The newsroom publishes some more. */
async function publish(paper: TestPaper, ...headlines: string[]): Promise<void> {
  for (const [index, headline] of headlines.entries()) {
    const slug = headline.toLowerCase().replaceAll(" ", "-");
    paper.write(`stories/2026/11/${slug}.md`, story(headline, 5 - index));
  }
  await paper.build();
}

const CONTENT = "stories/2026/11";

interface Reader {
  readonly paper: TestPaper;
  readonly server: Controlled;
  readonly live: LivePage;
}

async function readerOf(
  paper: TestPaper,
  address = "/latest/",
  options = {},
  base = "",
): Promise<Reader> {
  const server = await serveControlled(paper.outputFolder, base);
  const live = await openLive(open, server.url + base + address, paper.now, options);
  return { paper, server, live };
}

const asked = ({ answers }: Controlled) =>
  answers.filter((answer) => answer.includes("latest.json"));

/** Time goes on until the page has asked once more. */
async function nextAnswer({ live, server }: Reader): Promise<void> {
  const { length } = asked(server);
  const isAnswered = async () => {
    await live.wait(15);
    return asked(server).length > length;
  };
  await expect.poll(isAnswered).toBe(true);
}

/** What the page asked for before has come, and been read, when another page has. */
async function nothingIsUnderWay({ live }: Reader): Promise<void> {
  await live.page.evaluate("fetch('/').then((answer) => answer.text())");
}

const headlines = ({ live }: Reader) => live.page.locator("article h2").allTextContents();
const pill = ({ live }: Reader) => live.page.locator(".pill");
const focused = ({ live }: Reader) =>
  live.page.evaluate<string>("document.activeElement.textContent.trim()");

async function scrollTo({ live }: Reader, y: number): Promise<void> {
  await live.page.evaluate(`scrollTo({ top: ${y}, behavior: "instant" })`);
}

const COUNT_SAYINGS = `{
  let count = 0;
  new MutationObserver(() => count++).observe(document.querySelector(".pill"), { childList: true });
  globalThis.countSayings = () => count;
}`;

test("new stories wait in a pill, which moves nothing and is said once; pressed, it brings them in", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper, server } = reader;
  await live.page.evaluate(COUNT_SAYINGS);
  await scrollTo(reader, 900);
  await publish(paper, "Calm", "Sun", "Rain");
  await nextAnswer(reader);
  await expect.poll(() => live.page.getByRole("status").textContent()).toBe("3 new updates");
  await nextAnswer(reader);
  await nextAnswer(reader);
  expect(asked(server)).toEqual(["GET /latest.json 200", ...Array(2).fill("GET /latest.json 304")]);
  expect(await live.page.evaluate("countSayings()")).toBe(1);
  expect(await live.page.evaluate("scrollY")).toBe(900);
  expect(await headlines(reader)).toHaveLength(30);

  await live.page.getByRole("button", { name: "3 new updates" }).click();
  expect((await headlines(reader)).slice(0, 4)).toEqual([
    "New Rain",
    "New Sun",
    "New Calm",
    "Storm 30",
  ]);
  await expect.poll(() => live.page.getByText("Rain").isVisible()).toBe(true);
  expect(await pill(reader).textContent()).toBe("");
  expect(await live.shift()).toBe(0);
  expect(live.page.faults).toEqual({ errors: [], foreign: [] });
});

test("at the top new stories come in by themselves, and nothing jumps", async () => {
  const reader = await readerOf(await stormyPaper());
  await publish(reader.paper, "Calm");
  await nextAnswer(reader);
  await expect.poll(() => headlines(reader)).toHaveLength(31);
  expect((await headlines(reader))[0]).toBe("New Calm");
  await reader.live.rest();
  await publish(reader.paper, "Breeze");
  await nextAnswer(reader);
  const expected = ["New Breeze", "Calm"];
  await expect.poll(async () => (await headlines(reader)).slice(0, 2)).toEqual(expected);
  expect(await reader.live.shift()).toBe(0);
});

test("they wait where a reader scrolled down, until the top is reached", async () => {
  const reader = await readerOf(await stormyPaper());
  await scrollTo(reader, 500);
  await publish(reader.paper, "Calm");
  await nextAnswer(reader);
  await expect.poll(() => pill(reader).textContent()).toBe("1 new update");
  await scrollTo(reader, 0);
  await expect.poll(() => headlines(reader)).toHaveLength(31);
  expect(await pill(reader).textContent()).toBe("");
});

test.each<[string, object, (reader: Reader) => Promise<void>]>([
  ["whose pointer is on the list", {}, ({ live }) => live.page.getByText("Storm 28").hover()],
  ["whose focus is in the list", {}, ({ live }) => live.page.getByText("Storm 28").focus()],
  ["who wants nothing to move", { reducedMotion: "reduce" }, async () => {}],
])("they wait for a reader %s, at the top too", async (_who, options, doSomething) => {
  const reader = await readerOf(await stormyPaper(), "/latest/", options);
  await doSomething(reader);
  await publish(reader.paper, "Calm");
  await nextAnswer(reader);
  await expect.poll(() => pill(reader).textContent()).toBe("1 new update");
  expect(await headlines(reader)).toHaveLength(30);
});

test("the focus stays where it is; who presses the pill by keyboard stands before the newest", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper } = reader;
  await live.page.getByText("Storm 28").focus();
  const place = await live.page.getByText("Storm 28").boundingBox();
  await publish(paper, "Calm", "Sun");
  await nextAnswer(reader);
  await expect.poll(() => pill(reader).textContent()).toBe("2 new updates");
  expect(await focused(reader)).toBe("Storm 28");
  expect(await live.page.getByText("Storm 28").boundingBox()).toEqual(place);
  await live.page.getByRole("button", { name: "2 new updates" }).click();
  expect(await focused(reader)).toBe("Storm 28");

  await publish(paper, "Rain");
  await nextAnswer(reader);
  await live.page.getByRole("button", { name: "1 new update" }).press("Enter");
  expect(await focused(reader)).toBe("New Rain");
});

const WITHDRAWN = "status: withdrawn\nreason: Wrong.\nupdated: 2026-11-24T11:58Z\npublished";

test("a corrected story changes and a withdrawn one goes, in place, and the focus stays", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper } = reader;
  await live.page.getByText("Storm 29").focus();
  paper.edit(path(29), "headline: Storm 29", "headline: Storm Xaver");
  paper.edit(path(28), "published", WITHDRAWN);
  await paper.build();
  await nextAnswer(reader);
  const expected = ["Storm 30", "Storm Xaver", "Storm 27"];
  await expect.poll(async () => (await headlines(reader)).slice(0, 3)).toEqual(expected);
  expect(await focused(reader)).toBe("Storm Xaver");
  expect(await headlines(reader)).toHaveLength(29);
  expect(await pill(reader).textContent()).toBe("");
  expect(await live.shift()).toBe(0);
});

test("what changes above what a reader has before her moves nothing", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper } = reader;
  await scrollTo(reader, 1500);
  const place = await live.page.getByText("Storm 15").boundingBox();
  paper.edit(path(29), "headline: Storm 29", `headline: ${"Storm Xaver ".repeat(20)}`);
  paper.edit(path(28), "published", WITHDRAWN);
  await paper.build();
  await nextAnswer(reader);
  await expect.poll(() => headlines(reader)).toHaveLength(29);
  const { y } = (await live.page.getByText("Storm 15").boundingBox()) ?? { y: 0 };
  expect(Math.abs(y - (place?.y ?? 0))).toBeLessThan(1);
  expect(await live.shift()).toBe(0);
});

test("a hidden tab asks for nothing, and its title says what waits; it asks when it comes back", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper, server } = reader;
  await scrollTo(reader, 500);
  await publish(paper, "Calm", "Sun");
  await nextAnswer(reader);
  await expect.poll(() => pill(reader).textContent()).toBe("2 new updates");
  const title = await live.page.title();
  await live.hide();
  expect(await live.page.title()).toBe(`(2) ${title}`);
  await live.wait(600);
  expect(asked(server)).toHaveLength(1);

  await publish(paper, "Rain");
  await live.comeBack();
  await live.wait(0);
  await expect.poll(() => pill(reader).textContent()).toBe("3 new updates");
  expect(asked(server)).toHaveLength(2);
  expect(await live.page.title()).toBe(title);
});

test("a server at fault is asked less and less, and as before when it answers again", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, server } = reader;
  server.fault = { path: "/latest.json", status: 503 };
  await nextAnswer(reader);
  for (const seconds of [120, 240, 480, 960, 1920, 1920]) {
    const { length } = asked(server);
    await live.wait(seconds - 16);
    await nothingIsUnderWay(reader);
    expect(asked(server)).toHaveLength(length);
    await nextAnswer(reader);
  }
  server.fault = undefined;
  await live.wait(1900);
  await nextAnswer(reader);
  await expect.poll(() => asked(server).at(-1)).toBe("GET /latest.json 200");
  await nextAnswer(reader);
});

test("readers do not all ask at once", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, server } = reader;
  for (const [chance, seconds] of [
    [0, 48],
    [1, 72],
  ] as const) {
    await live.page.evaluate(`Math.random = () => ${chance}`);
    await nextAnswer(reader);
    await nothingIsUnderWay(reader);
    const { length } = asked(server);
    await live.wait(seconds - 16);
    await nothingIsUnderWay(reader);
    expect(asked(server)).toHaveLength(length);
    await live.wait(16);
    await expect.poll(() => asked(server).length).toBe(length + 1);
  }
});

test("nothing is asked while the browser is offline", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, server } = reader;
  await live.page.context().setOffline(true);
  await live.wait(600);
  await live.page.context().setOffline(false);
  await live.wait(0);
  await expect.poll(() => asked(server)).toEqual(["GET /latest.json 200"]);
});

test("after a night's sleep the list is right at once", async () => {
  const reader = await readerOf(await stormyPaper());
  await scrollTo(reader, 500);
  await publish(reader.paper, "Calm", "Sun");
  await reader.live.sleep(8 * 3600);
  await expect.poll(() => pill(reader).textContent()).toBe("2 new updates");
  expect(asked(reader.server)).toHaveLength(1);
});

test("after 500 missed stories the pill offers to load the page", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live, paper } = reader;
  for (let number = 31; number <= 530; number++)
    paper.write(path(number), story(`Storm ${number}`, 9));
  await paper.build();
  await nextAnswer(reader);
  const text = "More than 20 new updates: load the page";
  await expect.poll(() => pill(reader).textContent()).toBe(text);
  expect((await headlines(reader))[0]).toBe("Storm 30");
  await live.page.getByRole("button", { name: text }).click();
  await expect.poll(() => headlines(reader)).toHaveLength(50);
});

test("an answer that is older than the page takes nothing away", async () => {
  const paper = await stormyPaper();
  const old = readFileSync(join(paper.outputFolder, "latest.json"));
  await publish(paper, "Calm");
  const reader = await readerOf(paper);
  writeFileSync(join(paper.outputFolder, "latest.json"), old);
  await nextAnswer(reader);
  await nextAnswer(reader);
  expect((await headlines(reader))[0]).toBe("Calm");
});

test("C1.9 the list is a feed of labelled articles, which are gone through by keyboard", async () => {
  const reader = await readerOf(await stormyPaper());
  const { live } = reader;
  const feed = live.page.getByRole("feed", { name: "Latest updates" });
  const second = feed.getByRole("article", { name: "Storm 29" });
  await second.getByRole("link", { name: "Storm 29" }).focus();
  await live.page.keyboard.press("PageDown");
  const attribute = (name: string) =>
    live.page.evaluate(`document.activeElement.getAttribute("${name}")`);
  expect(await attribute("aria-label")).toBe("Storm 28");
  expect([await attribute("aria-posinset"), await attribute("aria-setsize")]).toEqual(["3", "30"]);
  await live.page.keyboard.press("PageUp");
  expect(await attribute("aria-label")).toBe("Storm 29");

  await live.page.evaluate(`{
    const list = document.querySelector("latest-stories");
    globalThis.busy = [];
    new MutationObserver(() => busy.push(list.ariaBusy, list.querySelectorAll("article").length))
      .observe(list, { attributeFilter: ["aria-busy"], attributeOldValue: true });
  }`);
  await publish(reader.paper, "Calm");
  await nextAnswer(reader);
  await live.page.getByRole("button", { name: "1 new update" }).press("Enter");
  expect(await live.page.evaluate("busy")).toEqual(["false", 31]);
  const first = feed.getByRole("article", { name: "New Calm" });
  expect(await first.getAttribute("aria-posinset")).toBe("1");
  expect(await second.getAttribute("aria-posinset")).toBe("3");
  await live.page.clock.resume();
  expect(await violationsOf(live.page)).toEqual([]);
});

test("times say how long ago it is, grow older, and keep the exact time", async () => {
  const paper = await stormyPaper();
  paper.write(
    `${CONTENT}/day.md`,
    story("Day", 0).replace(/published: .*/, "published: 2026-11-24"),
  );
  await paper.build();
  const { live } = await readerOf(paper);
  const timeOf = (headline: string) =>
    live.page.locator("article", { hasText: headline }).locator("time");
  const newest = timeOf("Storm 30");
  expect(await newest.textContent()).toBe("10 minutes ago");
  expect(await newest.getAttribute("title")).toBe("Nov. 24, 2026, 6:50 a.m. EST");
  expect(await timeOf("Storm 20").textContent()).toBe("10 hours ago");
  expect(await timeOf("Storm 01").textContent()).toBe("Nov. 23, 2026, 1:50 a.m. EST");
  expect(await timeOf("Day").textContent()).toBe("Nov. 24, 2026");
  await live.wait(300);
  expect(await newest.textContent()).toBe("15 minutes ago");
  await live.sleep(24 * 3600);
  expect(await newest.textContent()).toBe("Nov. 24, 2026, 6:50 a.m. EST");
  expect(await live.shift()).toBe(0);
});

test("a summary that was shortened on its way is no correction", async () => {
  const paper = paperFrom("");
  const long = `summary: ${"Winds rise along the coast. ".repeat(10).trim()}`;
  for (let number = 1; number <= 20; number++) {
    const text = story(`Storm ${number}`, 10 * number).replace(/summary: .*/, long);
    paper.write(path(number), text);
  }
  await paper.build();
  const reader = await readerOf(paper);
  const { stories } = JSON.parse(String(paper.page("/latest.json")));
  expect(stories[0].summary.length).toBeLessThan(200);
  await nextAnswer(reader);
  await nextAnswer(reader);
  const first = reader.live.page.locator("article > p").first();
  expect(await first.textContent()).toContain(long.slice("summary: ".length));
});

test("where scripts are off, the list is whole", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`${url}/latest/`);
  expect(await page.locator("article h2").allTextContents()).toHaveLength(30);
  expect(await page.locator("article time").first().textContent()).toBe(
    "Nov. 24, 2026, 6:50 a.m. EST",
  );
});

/** Teasers of every kind, by their keys. */
const KINDS = [
  "section: world",
  "section: science\nkind: opinion\nkicker: \"A view of 'our' own\"",
  "kind: analysis",
  "language: ar\nkicker: أخبار\nsection: world",
  "language: ru\nkind: live",
];

/** What a list says and how, as it was before times became ages and stories were marked as new. */
const SAID = `[...document.querySelectorAll("latest-stories :is(article, li, h3)")].map((item) => {
  for (const mark of item.querySelectorAll(".new")) mark.remove();
  for (const time of item.querySelectorAll("[title]")) {
    time.textContent = time.title;
    time.removeAttribute("title");
  }
  for (const line of item.querySelectorAll("[style]")) line.removeAttribute("style");
  return item.innerHTML.replaceAll(/>\\s+</g, "><").trim();
})`;

test.each(["/latest/", "/world/", "/"])(
  "what the browser adds to %s says the same as what the build renders",
  async (address) => {
    const paper = paperFrom("");
    paper.edit("site.yaml", "https://example.org", "https://example.org/paper");
    paper.write(path(1), story('Storm "one"', 1500));
    await paper.build();
    const reader = await readerOf(paper, address, {}, "/paper");
    for (const [index, keys] of KINDS.entries()) {
      paper.write(path(10 + index), story(`Storm 'Xaver' -- ${index} <b>`, 20 + index, keys));
    }
    paper.write(path(20), story("Day", 0).replace(/published: .*/, "published: 2026-11-24"));
    paper.write(path(21), story("Bare", 30).replace(/dateline.*\nsummary.*\n/, ""));
    expect((await paper.build()).codes).toEqual([]);
    await nextAnswer(reader);
    const plain = await open({ javaScriptEnabled: false });
    await plain.goto(`${reader.server.url}/paper${address}`);
    const built = await plain.evaluate<string[]>(SAID);
    expect(built.length).toBeGreaterThan(3);
    await expect.poll(() => reader.live.page.evaluate(SAID)).toEqual(built);
  },
);
