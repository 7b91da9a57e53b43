import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { buildSample } from "../support/build-sample.ts";
import { launch } from "../support/launch-browser.ts";
import { SAMPLE_PAGES } from "../support/sample-pages.ts";
import { startServer } from "../support/static-server.ts";

// Run by `npm run shots`: pictures of every kind of page at three widths, light and dark, and a sheet of all of them.

const FOLDER = join(import.meta.dirname, "../../.shots");
const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"] as const;
const LONGEST = 2400;

async function photograph(
  browser: Browser,
  url: string,
  width: number,
  scheme: (typeof SCHEMES)[number],
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
  });
  const page = await context.newPage();
  const files: string[] = [];
  for (const address of SAMPLE_PAGES) {
    await page.goto(url + address, { waitUntil: "load" });
    const height = await page.evaluate<number>("document.documentElement.scrollHeight");
    const file = `${address.replace(/\W+/g, "-")}${width}-${scheme}.png`.replace(/^-/, "");
    const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
    await page.screenshot({ path: join(FOLDER, file), fullPage: true, clip });
    files.push(file);
  }
  await context.close();
  return files;
}

const folder = mkdtempSync(join(tmpdir(), "dateline-"));
await buildSample(folder);
const server = await startServer(join(folder, "_site"));
const browser = await launch();
mkdirSync(FOLDER, { recursive: true });
const columns: string[][] = [];
for (const scheme of SCHEMES) {
  for (const width of WIDTHS) columns.push(await photograph(browser, server.url, width, scheme));
}
const rows = SAMPLE_PAGES.map(
  (address, index) =>
    `<tr><th>${address}</th>${columns.map((column) => `<td><img src="${column[index]}"></td>`).join("")}</tr>`,
);
const sheet = join(FOLDER, "index.html");
writeFileSync(
  sheet,
  `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif;background:#888}td,th{vertical-align:top;padding:8px}img{max-width:300px}</style>
<table>${rows.join("\n")}</table>`,
);
const page = await browser.newPage({ viewport: { width: 2100, height: 1000 } });
await page.goto(pathToFileURL(sheet).href);
await page.screenshot({ path: join(FOLDER, "sheet.png"), fullPage: true });
await browser.close();
server.close();
console.log(sheet);
