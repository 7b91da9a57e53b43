import { hash } from "node:crypto";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { ICON_SIZE, icon } from "../layouts/icon.ts";
import { drawPng } from "../src/assets/draw-png.ts";
import { ICON_RECIPE } from "../src/model/icon.ts";
import { PROJECT_FOLDER, paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";

async function namedPaper(name: string, url = "https://example.org"): Promise<TestPaper> {
  const paper = paperFrom("");
  paper.write(
    "site.yaml",
    SITE_YAML.replace("The Daily Test", name).replace("https://example.org", url),
  );
  await paper.build();
  return paper;
}

const manifestOf = (paper: TestPaper) => JSON.parse(String(paper.page("/site.webmanifest")));

test("C9.1 the manifest has all that browsers ask for to put the paper on a home screen", async () => {
  const manifest = manifestOf(await namedPaper("The Daily Test", "https://example.org/paper"));
  expect(manifest).toMatchObject({
    name: "The Daily Test",
    short_name: "The Daily Test",
    id: "/paper/",
    start_url: "/paper/",
    scope: "/paper/",
    display: "standalone",
    lang: "en",
    dir: "ltr",
  });
  expect(manifest.icons[0].src).toMatch(/^\/paper\/assets\/icon\.[0-9a-f]{8}\.svg$/);
});

test("C9.1 its icons are there in the sizes that it tells", async () => {
  const paper = await namedPaper("The Daily Test");
  const { icons } = manifestOf(paper);
  for (const { src, sizes, type } of icons) {
    const { width, height, format } = await sharp(join(paper.outputFolder, src)).metadata();
    expect(type).toBe(format === "svg" ? "image/svg+xml" : "image/png");
    if (format === "png") expect(`${width}x${height}`).toBe(sizes);
  }
  const kinds = icons.map(({ sizes, purpose }: Record<string, string>) => `${sizes} ${purpose}`);
  expect(kinds).toContain("192x192 undefined");
  expect(kinds).toContain("512x512 undefined");
  expect(kinds).toContain("512x512 maskable");
});

test("every page links the manifest, the icon and the one for home screens", async () => {
  const paper = await namedPaper("The Daily Test", "https://example.org/paper");
  for (const address of ["/", "/404.html", "/world/"]) {
    const page = String(paper.page(address));
    expect(page).toContain('<link rel="manifest" href="/paper/site.webmanifest">');
    expect(page).toMatch(
      /<link rel="icon" href="\/paper\/assets\/icon\.\w+\.svg" type="image\/svg\+xml">/,
    );
    const touch = /<link rel="apple-touch-icon" href="\/paper([^"]+)">/.exec(page)?.[1];
    const { width } = await sharp(join(paper.outputFolder, String(touch))).metadata();
    expect(width).toBe(180);
  }
});

test("whoever asks for /favicon.ico gets the same, unless the newsroom has one of its own", async () => {
  const paper = await namedPaper("The Daily Test");
  const ours = Buffer.from(String(paper.page("/favicon.ico")), "latin1");
  expect([...ours.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48]);
  const [length, offset] = [ours.readUInt32LE(14), ours.readUInt32LE(18)];
  expect(offset + length).toBe(ours.length);
  const { format, width, height } = await sharp(ours.subarray(offset)).metadata();
  expect([format, width, height]).toEqual(["png", 48, 48]);

  paper.write("static/favicon.ico", "Mine.");
  expect((await paper.build()).changes.changed).toEqual(["/favicon.ico"]);
  expect(paper.page("/favicon.ico")).toBe("Mine.");
});

test("papers with another initial have other icons; one that can't be drawn has lines", async () => {
  const named = async (name: string) => manifestOf(await namedPaper(name)).icons[0].src;
  expect(await named("the Test")).toBe(await named("Times"));
  expect(await named("Other Test")).not.toBe(await named("Times"));
  expect(await named("朝日新聞")).toBe(await named("الأخبار"));
});

test("an icon comes out the same under the same recipe", async () => {
  const drawing = icon({ initial: "D", recipe: ICON_RECIPE });
  expect([
    ICON_RECIPE,
    hash("sha256", JSON.stringify(drawing)).slice(0, 16),
  ]).toMatchInlineSnapshot(`
    [
      "satori 0.63.2, resvg 2.6.2, icon 2",
      "a9b347a21fc9016c",
    ]
  `);
  const draw = async () => Buffer.from(await drawPng(drawing, ICON_SIZE, PROJECT_FOLDER, 192));
  expect(await draw()).toEqual(await draw());
});
