import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type OpenPage, useBrowser } from "../support/browser.ts";
import { serveControlled } from "../support/controlled-server.ts";
import { violationsOf } from "../support/inspect-page.ts";
import { LivePage } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";
import { ENDPOINT, pushService } from "../support/push-service.ts";
import { readerAt } from "../support/reader.ts";
import { serve } from "../support/serve.ts";

const open = useBrowser();

const story = (headline: string, published: string, section = "world") => `---
headline: ${headline}
summary: Winds rise.
section: ${section}
published: ${published}
---
Winds rise.
`;

const STORM = "stories/2026/11/storm.md";

/** A paper with one story of the morning. */
async function stormyPaper(settings = ""): Promise<TestPaper> {
  const paper = paperFrom(`-- ${STORM} --\n${story("Storm nears", "2026-11-24T09:00Z")}`);
  paper.write("site.yaml", paper.read("site.yaml") + settings);
  await paper.build();
  return paper;
}

const PROMISE = "Get the latest updates as we post them — right on your browser";

const promise = (page: Page) => page.getByRole("button", { name: PROMISE });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Get the latest updates" });

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly data: string;
}

const notifications = (page: Page) =>
  page.evaluate<Shown[]>(`navigator.serviceWorker.getRegistration().then(async (registration) =>
    (await registration?.getNotifications() ?? []).map(({ title, body, data }) => ({ title, body, data })))`);

const isRegistered = (page: Page) =>
  page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found !== undefined)");

/** A reader who lets the paper's browser show notifications. */
async function willing(): Promise<OpenPage> {
  return await open({ permissions: ["notifications"] });
}

async function turnOn(page: Page, ...sections: string[]): Promise<void> {
  await promise(page).click();
  if (sections.length > 0) await page.getByLabel("Everything").uncheck();
  for (const section of sections) await page.getByLabel(section, { exact: true }).check();
  await page.getByRole("button", { name: /^(Turn on|Save)$/ }).click();
  await dialog(page).getByText("Notifications are on.").waitFor();
}

test("C9.2 nothing is asked before a click; then a reader turns notifications on and off by keyboard", async () => {
  const paper = await stormyPaper();
  const { url, requests } = await serveControlled(paper.outputFolder);
  const page = await willing();
  await page.goto(`${url}/2026/11/storm/`, { waitUntil: "networkidle" });
  expect(requests.filter((path) => path.endsWith(".js"))).toHaveLength(1);
  expect(await isRegistered(page)).toBe(false);

  await promise(page).press("Enter");
  await dialog(page).waitFor();
  expect(await page.getByLabel("World", { exact: true }).isDisabled()).toBe(true);
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOf(page)).toEqual([]);
  await dialog(page).getByRole("button", { name: "Turn on" }).press("Enter");
  await dialog(page).getByText("Notifications are on.").waitFor();
  expect(await isRegistered(page)).toBe(true);
  await dialog(page).getByRole("button", { name: "Turn off" }).press("Enter");
  await dialog(page).getByText("Notifications are off.").waitFor();
  expect(await isRegistered(page)).toBe(false);
  expect(await page.evaluate("localStorage.length")).toBe(0);
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.activeElement.textContent")).toBe(PROMISE);
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("a browser that refuses is spoken of as it is, and nothing is kept", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await open();
  await page.goto(url);
  await promise(page).click();
  await dialog(page).getByRole("button", { name: "Turn on" }).click();
  await dialog(page).getByText("Your browser refuses notifications from this paper.").waitFor();
  expect(await isRegistered(page)).toBe(false);
  expect(await page.evaluate("localStorage.length")).toBe(0);
  await dialog(page).getByRole("button", { name: "Close" }).click();
  expect(await dialog(page).count()).toBe(0);
  await promise(page).click();
  await dialog(page).getByText("Its settings can allow them.").waitFor();
});

/** A push message comes, again where it is lost: without a screen Chromium now and then shows nothing. */
async function pushed(page: Page, url: string, data: string): Promise<void> {
  const count = async () => {
    if ((await notifications(page)).length === 0) await deliver(page, url, data);
    return (await notifications(page)).length;
  };
  await expect.poll(count, { interval: 2_000 }).toBe(1);
}

/** What a push service sends arrives, as the browser has decrypted it. */
async function deliver(page: Page, url: string, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = Promise.withResolvers<string>();
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    const own = versions.filter(({ scriptURL }) => scriptURL.startsWith(url));
    const active = own.find(({ status }) => status === "activated");
    if (active !== undefined) registered.resolve(active.registrationId);
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await registered.promise;
  await session.send("ServiceWorker.deliverPushMessage", { origin: url, registrationId, data });
}

/** Without a screen nobody can click: what the worker would open is noted, and the reader goes there. */
async function clickNotification(page: Page): Promise<string> {
  const [worker] = page.context().serviceWorkers();
  const opened = await worker?.evaluate<string>(`new Promise((resolve) => {
    clients.openWindow = async (url) => resolve(url);
    registration.getNotifications().then(([notification]) =>
      dispatchEvent(new NotificationEvent("notificationclick", { notification })));
  })`);
  return String(opened);
}

test("C9.2 C9.4 a push message is shown, whatever it says, and a click opens the story", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await willing();
  await page.goto(url);
  await turnOn(page);
  const payload = {
    web_push: 8030,
    notification: { title: "Storm nears", body: "Winds rise.", navigate: `${url}/2026/11/storm/` },
  };
  await pushed(page, url, JSON.stringify(payload));
  const storm = { title: "Storm nears", body: "Winds rise.", data: `${url}/2026/11/storm/` };
  expect(await notifications(page)).toEqual([storm]);
  const opened = await clickNotification(page);
  await page.goto(opened);
  expect(await page.locator("h1").textContent()).toBe("Storm nears");
  await expect.poll(() => notifications(page)).toEqual([]);

  for (const broken of ["no JSON", "{}", '{"notification":{}}', ""]) {
    await pushed(page, url, broken);
    const titles = async () => (await notifications(page)).map(({ title }) => title);
    expect(await titles()).toEqual(["There are new updates"]);
    expect(await clickNotification(page)).toBe(`${url}/latest/`);
    await expect.poll(titles).toEqual([]);
  }
  const elsewhere = { notification: { title: "Elsewhere", navigate: "https://example.com/" } };
  await pushed(page, url, JSON.stringify(elsewhere));
  expect(await clickNotification(page)).toBe(`${url}/`);
});

async function willingAt(now: number): Promise<LivePage> {
  const page = await willing();
  await page.addInitScript("Math.random = () => 0.5");
  await page.clock.install({ time: now });
  return new LivePage(page);
}

/** Time goes on, and the paper is asked several times. */
async function later(live: LivePage): Promise<string[]> {
  for (let step = 0; step < 4; step++) await live.wait(60);
  return (await notifications(live.page)).map(({ title }) => title);
}

test("without a push service a page that is open tells of new stories of the sections, once, hidden too", async () => {
  const paper = await stormyPaper();
  const server = await serveControlled(paper.outputFolder);
  const live = await willingAt(paper.now);
  const { page } = live;
  await page.goto(`${server.url}/2026/11/storm/`);
  await turnOn(page, "Science");
  // The promise is kept on the pages that follow, and by one of them alone.
  await page.goto(`${server.url}/about-nothing/`);
  await page.goto(`${server.url}/2026/11/storm/`);
  const other = await page.context().newPage();
  await other.goto(server.url);
  await page.clock.pauseAt(paper.now + 60_000);
  await live.hide();
  paper.write("stories/2026/11/calm.md", story("Calm", "2026-11-24T11:58Z", "world"));
  paper.write("stories/2026/11/moon.md", story("Moon rises", "2026-11-24T11:59Z", "science"));
  paper.edit(STORM, "Storm nears", "Storm hits");
  await paper.build();
  await expect.poll(() => later(live)).toEqual(["Moon rises"]);
  expect(await clickNotification(page)).toBe(`${server.url}/2026/11/moon/`);
  expect(await later(live)).toEqual([]);

  for (let number = 1; number <= 4; number++) {
    const path = `stories/2026/11/comet-${number}.md`;
    paper.write(path, story(`Comet ${number}`, `2026-11-24T11:59:0${number}Z`, "science"));
  }
  await paper.build();
  await expect.poll(() => later(live)).toEqual(["4 new updates"]);
  expect(await clickNotification(page)).toBe(`${server.url}/latest/`);
});

/** A browser that takes its time over the service worker. */
const SLOW_REGISTER = `{
  const { register } = ServiceWorkerContainer.prototype;
  const { promise, resolve } = Promise.withResolvers();
  ServiceWorkerContainer.prototype.register = async function (...options) {
    globalThis.goOn = resolve;
    await promise;
    return await register.apply(this, options);
  };
}`;

test("what one page told is not told again by another that was opened before and was slow", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const live = await willingAt(paper.now);
  const { page } = live;
  await page.goto(url);
  await turnOn(page);
  const slow = await page.context().newPage();
  await slow.addInitScript(SLOW_REGISTER);
  await slow.goto(url);
  await expect.poll(() => slow.evaluate("'goOn' in globalThis")).toBe(true);
  await page.clock.pauseAt(paper.now + 60_000);
  paper.write("stories/2026/11/moon.md", story("Moon rises", "2026-11-24T11:59Z"));
  await paper.build();
  await expect.poll(() => later(live)).toEqual(["Moon rises"]);
  await clickNotification(page);
  await slow.evaluate("goOn()");
  const waiting = "navigator.locks.query().then(({ pending }) => pending.length)";
  await expect.poll(() => slow.evaluate(waiting)).toBe(1);
  expect(await later(live)).toEqual([]);
});

const { subscription } = readerAt(ENDPOINT);

/** Chromium can subscribe nobody without a key of Google's. What stands in gives out what a push service would. */
const pushOfBrowser = (key: string) => `{
  const given = () => {
    const endpoint = localStorage.getItem("endpoint");
    const toJSON = () => ({ endpoint, keys: ${JSON.stringify(subscription.keys)} });
    return endpoint && { endpoint, toJSON };
  };
  PushManager.prototype.getSubscription = async () => given();
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey !== "${key}") throw new Error("Not so.");
    localStorage.setItem("endpoint", "${ENDPOINT}");
    return given();
  };
}`;

/** A paper with a push service at a host of its own, and a reader who is willing. */
async function paperWithPush() {
  const paper = paperFrom(`-- ${STORM} --\n${story("Storm nears", "2026-11-24T09:00Z")}`);
  const settings: { push?: string } = {};
  const { url } = await serve(paper.outputFolder, undefined, settings);
  const service = await pushService({ origin: url });
  settings.push = service.url;
  paper.write("site.yaml", `${paper.read("site.yaml")}push: ${service.url}\n`);
  await paper.build();
  const page = await willing();
  await page.addInitScript(pushOfBrowser(service.publicKey));
  await page.goto(url);
  const all = { after: 0, upTo: 1000 };
  const endpointsFor = async (section: string) =>
    (await service.store.list(all, section, 10)).map(({ endpoint }) => endpoint);
  return { page, service, endpointsFor };
}

test("the push service is told endpoint, keys and choice, of every change, and when it is over", async () => {
  const { page, service, endpointsFor } = await paperWithPush();
  await turnOn(page);
  expect((await service.rows()).map(({ id: _, ...row }) => row)).toEqual([subscription]);
  expect(await endpointsFor("science")).toEqual([ENDPOINT]);
  await page.getByRole("button", { name: "Close" }).click();

  await turnOn(page, "World");
  expect(await endpointsFor("science")).toEqual([]);
  expect(await endpointsFor("world")).toEqual([ENDPOINT]);

  await page.evaluate(`localStorage.setItem("endpoint", "${ENDPOINT}-renewed")`);
  await page.reload();
  await expect.poll(() => endpointsFor("world")).toEqual([`${ENDPOINT}-renewed`]);
  expect(await endpointsFor("science")).toEqual([]);

  await promise(page).click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await dialog(page).getByText("Notifications are off.").waitFor();
  expect(await endpointsFor("world")).toEqual([]);
  expect(await page.evaluate("'alerts' in localStorage")).toBe(false);
  expect(service.faults).toEqual([]);
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("a push service that does not answer is spoken of, and nothing is taken for turned on", async () => {
  const { page, service } = await paperWithPush();
  await service.close();
  await promise(page).click();
  await page.getByRole("button", { name: "Turn on" }).click();
  await dialog(page).getByText("The paper can't be reached just now.").waitFor();
  expect(await page.evaluate("'alerts' in localStorage")).toBe(false);
  expect(await isRegistered(page)).toBe(false);
});

test("a newer service worker takes over at once", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await willing();
  await page.goto(url);
  await turnOn(page);
  const file = join(paper.outputFolder, "service-worker.js");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nself.isNewer = true;`);
  await page.goto(`${url}/latest/`);
  const isNewer = () =>
    Promise.all(
      page
        .context()
        .serviceWorkers()
        .map((worker) => worker.evaluate("self.isNewer")),
    );
  await expect.poll(isNewer).toEqual([true]);
});

test("one switch takes everything out of readers' browsers, with and without a visit", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await willing();
  await page.goto(url);
  await turnOn(page);
  paper.edit("site.yaml", "language", "notifications: false\nlanguage");
  await paper.build();
  // As browsers do by themselves after a day, without scripts of ours.
  await page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())");
  await expect.poll(() => isRegistered(page)).toBe(false);

  await page.reload();
  await expect.poll(() => page.evaluate("localStorage.length")).toBe(0);
  expect(await promise(page).count()).toBe(0);
  expect(await page.getByRole("link", { name: PROMISE }).getAttribute("href")).toBe("/latest/");
});

test("where scripts are off, the promise leads to the latest updates", async () => {
  const paper = await stormyPaper();
  const { url } = await serveControlled(paper.outputFolder);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(url);
  await page.getByRole("link", { name: PROMISE }).click();
  expect(await page.locator("h1").textContent()).toBe("Latest updates");
  expect(await page.locator("article h2").allTextContents()).toEqual(["Storm nears"]);
  expect(await page.getByRole("button").count()).toBe(0);
});
