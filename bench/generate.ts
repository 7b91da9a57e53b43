import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { authorFile, LAST_DAY, SITE_YAML, WRITERS } from "./newsroom.ts";
import { Random } from "./random.ts";
import { type StoryFile, storyFile } from "./story-file.ts";

const SEED = 20010719;
const FIRST_MINUTE = 5 * 60;
const MINUTES_AT_WORK = 18 * 60;
/** As many of the latest stories can be linked to. */
const REMEMBERED = 200;

/** Stories of an archive, oldest first, one at a time: the same for the same count, everywhere. */
export function* stories(count: number): Generator<StoryFile> {
  const random = new Random(SEED + count);
  const latest: string[] = [];
  let number = 0;
  for (const { day, length } of days(count)) {
    const minutes = Array.from({ length }, () => FIRST_MINUTE + random.below(MINUTES_AT_WORK));
    for (const minute of minutes.sort((a, b) => a - b)) {
      const earlier = latest.length === 0 ? undefined : random.pick(latest);
      const file = storyFile(random, { day, minute, number, earlier });
      latest[number % REMEMBERED] = `/${file.path.slice("stories/".length, -".md".length)}/`;
      number += 1;
      yield file;
    }
  }
}

/** A story that comes in on the last evening, after all others. */
export function lateStory(number: number): StoryFile {
  const random = new Random(SEED - number);
  return storyFile(random, { day: LAST_DAY, minute: 23 * 60 + 30, number, earlier: undefined });
}

export function writeArchive(count: number, folder: string): void {
  const made = new Set<string>();
  const write = ({ path, text }: StoryFile) => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  };
  write({ path: "site.yaml", text: SITE_YAML });
  for (const writer of WRITERS) {
    write({ path: `authors/${writer.key}.md`, text: authorFile(writer) });
  }
  for (const story of stories(count)) write(story);
}

function* days(count: number): Generator<{ day: string; length: number }> {
  const perDay = count >= 1_000_000 ? 100 : 10;
  const total = Math.ceil(count / perDay);
  const last = Temporal.PlainDate.from(LAST_DAY);
  for (let ago = total - 1; ago >= 0; ago--) {
    // The oldest day takes what the others leave.
    const length = ago === total - 1 ? count - perDay * (total - 1) : perDay;
    yield { day: last.subtract({ days: ago }).toString(), length };
  }
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2);
  if (folder === undefined || !/^[1-9]\d*$/.test(count as string)) {
    console.error("Usage: node bench/generate.ts COUNT FOLDER");
    process.exit(2);
  }
  writeArchive(Number(count), folder);
}
