import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../model/instant.ts";
import type { Problem } from "../model/problem.ts";
import type { Outcome, PlaceOf, Reading, SeenFile, TextPlace } from "../model/reading.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type Story, type WithdrawnStory, withdrawalOf } from "../model/story.ts";
import type { Pictures } from "./media-path.ts";
import { parseAuthor } from "./parse-author.ts";
import { parseEditorsPage } from "./parse-editors-page.ts";
import { parseStory, type StoryStatus } from "./parse-story.ts";
import { problemAt } from "./problem-in-file.ts";
import { type CheckedFolders, hashContentFile, readContentFile } from "./read-file.ts";
import { statsOf } from "./stat-file.ts";
import { refuseStaticPath } from "./static-path.ts";

/** Plain data: workers read too. */
export interface ReadContext {
  readonly contentFolder: string;
  readonly site: Site;
  readonly now: Instant;
  readonly isPreview: boolean;
  /** Keys that a byline may name. */
  readonly authors: ReadonlySet<string>;
}

export interface FileTask {
  readonly file: SeenFile;
  readonly isGone?: boolean;
  /** While the file has this hash, nothing more is done. */
  readonly knownHash?: string | undefined;
}

/** Reads a content file to what it holds, or to its problems. */
export async function readContent(
  task: FileTask,
  context: ReadContext,
  checked: CheckedFolders = new Set(),
): Promise<Reading> {
  const { file, isGone, knownHash } = task;
  if (isGone || !file.path.startsWith("media/")) return readText(task, context, checked);
  // Few builds have a picture to read: what reads it is loaded when there is one.
  const { readPicture } = await import("./read-picture.ts");
  const read = await readPicture(file, context.contentFolder, knownHash);
  return { ...bare(file, "copied"), ...read };
}

function readText(task: FileTask, context: ReadContext, checked: CheckedFolders): Reading {
  const { file, knownHash } = task;
  if (task.isGone) return bare(file, "gone");
  if (file.path.startsWith("static/")) return readStatic(file, context, knownHash);
  const read = readContentFile(context.contentFolder, file.path, checked);
  if (!("source" in read)) return faulty(file, read);
  if (read.hash === knownHash) return { ...bare(file, "same"), hash: read.hash };
  const { placeOf, ...parsed } = parseContent(file.path, read.source, context);
  return { dueAt: [], ...parsed, file, hash: read.hash, places: placesIn(parsed.outcome, placeOf) };
}

/** Looked up for the few files that have something to look up: it takes a second parser. */
function placesIn(outcome: Outcome, placeOf: PlaceOf): Reading["places"] {
  const aliases = outcome.kind === "story" ? outcome.story.aliases : [];
  return {
    status: outcome.kind === "hidden" ? placeOf(["status"], "value") : FIRST_LINE,
    aliases: aliases.map((_, index) => placeOf(["aliases", index], "value")),
  };
}

const FIRST_LINE: TextPlace = { line: 1, column: 1, length: 1 };

function readStatic(
  file: SeenFile,
  { contentFolder, site }: ReadContext,
  knownHash?: string,
): Reading {
  const hash = hashContentFile(contentFolder, file.path);
  if (typeof hash !== "string") return faulty(file, hash);
  const refusal = refuseStaticPath(file.path, site);
  if (refusal) return faulty(file, problemAt(file.path, { ...FIRST_LINE, ...refusal }));
  return { ...bare(file, hash === knownHash ? "same" : "copied"), hash };
}

function faulty(file: SeenFile, problem: Problem): Reading {
  return { ...bare(file, "faulty"), problems: [problem] };
}

function bare(file: SeenFile, kind: "same" | "copied" | "gone" | "faulty"): Reading {
  const places = { status: FIRST_LINE, aliases: [] };
  return { file, hash: "", outcome: { kind }, problems: [], dueAt: [], places, links: [] };
}

type Parsed = Pick<Reading, "outcome" | "problems" | "links"> &
  Partial<Pick<Reading, "dueAt">> & { readonly placeOf: PlaceOf };

function parseContent(path: string, source: string, context: ReadContext): Parsed {
  const pictures = picturesIn(context.contentFolder);
  if (path.startsWith("authors/")) {
    const { author, ...parse } = parseAuthor(path, source, pictures);
    return { ...parse, outcome: author ? { kind: "author", author } : { kind: "faulty" } };
  }
  if (path.startsWith("pages/")) {
    const { page, ...parse } = parseEditorsPage(path, source, { ...context, ...pictures });
    return { ...parse, outcome: page ? { kind: "editors-page", page } : { kind: "faulty" } };
  }
  const references = {
    ...pictures,
    hasAuthor: (key: string) => context.authors.has(key),
    authorKeys: () => [...context.authors],
  };
  const { story, status, ...parse } = parseStory(path, source, { ...context, ...references });
  return { ...parse, outcome: outcomeOf(story, status, context) };
}

/** What becomes of a story: what its status says counts even where something else is wrong with it. */
function outcomeOf(
  story: Story | undefined,
  status: StoryStatus,
  { isPreview }: ReadContext,
): Outcome {
  if (story !== undefined && isPublished(story)) return { kind: "story", story };
  switch (status) {
    case "draft":
    case "scheduled":
      // A preview would have shown it: there it is published like any other, or faulty.
      return isPreview ? { kind: "faulty" } : { kind: "hidden", state: status };
    case "withdrawn":
      return story === undefined
        ? { kind: "down" }
        : { kind: "story", story: withdrawalOf(story as WithdrawnStory) };
    case "unreadable":
      return { kind: "down" };
    case "published":
    case "unparsed":
      return { kind: "faulty" };
  }
}

function picturesIn(contentFolder: string): Pictures {
  const media = join(contentFolder, "media");
  return {
    hasPicture: (src) => statsOf(join(media, src))?.isFile() === true,
    pictureNames: () =>
      (existsSync(media) ? readdirSync(media, { recursive: true, withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(media.length + 1)),
  };
}
