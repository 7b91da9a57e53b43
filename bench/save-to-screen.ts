import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive } from "./archive.ts";
import type { Contender, Sample } from "./contender.ts";
import { datelineVersion } from "./dateline.ts";
import { lateStory } from "./generate.ts";
import { NOW } from "./newsroom.ts";
import { Preview } from "./preview.ts";

/** `npm start` on an archive that it knows, until it serves; then a story that is saved, until the browser has it. */
export const saveToScreen: Contender = {
  name: "save-to-screen",
  version: datelineVersion,
  /** The same, unmeasured: then it knows the archive, and has seen a story come and go. */
  async prepare(archive) {
    for await (const _ of this.measure(archive));
  },
  async *measure(archive) {
    const { path, text } = lateStory(archive.stories);
    const file = join(archive.paper, "content", path);
    const address = `${path.slice("stories".length, -".md".length)}/`;

    const started = performance.now();
    await using preview = new Preview(startFlags(archive));
    await preview.serves("/");
    yield sampleSince("start, until it serves", started);

    const added = await preview.open(address);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    await added.reloadsUntil((page) => page.ok);

    const edited = await preview.open(address);
    const saved = performance.now();
    writeFileSync(file, `${text}\nThis was saved.\n`);
    await edited.reloadsUntil(async (page) => (await page.text()).includes("This was saved."));
    yield sampleSince("saved story, until the page is reloaded", saved);

    const removed = await preview.open(address);
    rmSync(file);
    await removed.reloadsUntil((page) => page.status === 404);
  },
};

function startFlags({ paper, scratch }: Archive): string[] {
  const output = join(scratch, "preview");
  return [
    ...["--content", join(paper, "content"), "--output", output],
    ...["--cache", `${output}.cache`, "--now", NOW],
  ];
}

function sampleSince(what: string, start: number): Sample {
  const wallSeconds = (performance.now() - start) / 1000;
  const usage = { wallSeconds, cpuSeconds: 0, peakMegabytes: 0, output: "" };
  return { by: "dateline", what, usage, pages: 0, steps: {} };
}
