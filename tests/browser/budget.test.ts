import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useSamplePaper } from "../support/sample-paper.ts";
import { serve } from "../support/serve.ts";

const IVANOV = "/2001/07/ivanov-russia-ready-for-defense-talks/";

/** Ten packets of 1,460 bytes: what a server sends before it waits for an answer. */
const FIRST_ROUND_TRIP = 14_600;

const open = useBrowser();
const sample = useSamplePaper();

test("the seed's page comes in the first round trip, with few requests and small typefaces", async () => {
  const { url, requests } = await serve(sample());
  const page = await open({ viewport: { width: 390, height: 844 } });
  await page.goto(url + IVANOV, { waitUntil: "networkidle" });
  expect(page.faults).toEqual({ errors: [], foreign: [] });

  const bytesOf = (...ends: string[]) => {
    const paths = requests.filter((path) => ends.some((end) => path.endsWith(end)));
    for (const end of ends) expect(paths.join("\n")).toMatch(new RegExp(`${end}$`, "m"));
    return paths.map(sentBytes).reduce((sum, length) => sum + length, 0);
  };
  expect(bytesOf("/", ".css", ".js")).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
  expect(bytesOf(".js")).toBeLessThanOrEqual(3_000);
  expect(bytesOf(".woff2")).toBeLessThanOrEqual(80_000);
  expect(requests.length, requests.join(" ")).toBeLessThanOrEqual(8);
});

/** Of a file, compressed unless it is already. */
function sentBytes(path: string): number {
  const bytes = readFileSync(join(sample(), path.replace(/\/$/, "/index.html")));
  return path.endsWith(".woff2") ? bytes.length : gzipSync(bytes).length;
}

/** Bytes of all that makes pages live, whoever asks for it and when, with the service worker. */
const LIVE_CODE = 6_000;

test("what makes pages live is small, and is no part of the first load of a story", async () => {
  const { url, requests } = await serve(sample());
  const page = await open();
  await page.goto(url + IVANOV, { waitUntil: "networkidle" });
  const isLive = (path: string) => /^\/assets\/live\.\w+\.js$/.test(path);
  expect(requests.filter((path) => isLive(path) || path.endsWith(".json"))).toEqual([]);
  await page.goto(`${url}/latest/`, { waitUntil: "networkidle" });
  expect(requests.filter(isLive)).toHaveLength(1);
  const scripts = globSync(["service-worker.js", "assets/*.js"], { cwd: sample() });
  const live = scripts.filter((path) => !/^assets\/(site|search)\./.test(path));
  expect(live).toHaveLength(2);
  expect(live.map(sentBytes).reduce((sum, length) => sum + length)).toBeLessThanOrEqual(LIVE_CODE);
});

test("no script blocks a page", async () => {
  const { url } = await serve(sample());
  const page = await open();
  await page.goto(url + IVANOV);
  const types = await page
    .locator("script[src]")
    .evaluateAll((scripts) => scripts.map((script) => script.getAttribute("type")));
  expect(types).toEqual(["module"]);
});
