import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { type OpenPage, useBrowser } from "../support/browser.ts";
import { type Controlled, serveControlled } from "../support/controlled-server.ts";
import { LivePage } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";

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
  await dialog(page).getByText("You can allow them in its settings for this site.").waitFor();
});
