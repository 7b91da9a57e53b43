import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import type { Outcome, Reading, SeenFile } from "../model/reading.ts";
import { isPublished, type WithdrawnStory, withdrawalOf } from "../model/story.ts";
import type { Pictures } from "./media-path.ts";
import { parseAuthor } from "./parse-author.ts";
import { parseEditorsPage } from "./parse-editors-page.ts";
import { parseStory, type StoryContext, type StoryParse } from "./parse-story.ts";
import { firstLineOnly } from "./places.ts";
import { hashContentFile, readContentFile } from "./read-file.ts";

export interface ReadContext extends Omit<StoryContext, keyof Pictures> {
  readonly contentFolder: string;
}

/**
 * Reads a content file to what it holds, or to its problems.
 * With `knownHash`, nothing more is done where the bytes are still those that have it.
 */
export function readContent(file: SeenFile, context: ReadContext, knownHash?: string): Reading {
  if (/^(media|static)\//.test(file.path)) return readCopied(file, context, knownHash);
  const read = readContentFile(context.contentFolder, file.path);
  if (!("source" in read)) return faulty(file, read);
  if (read.hash === knownHash) return { ...bare(file, "same"), hash: read.hash };
  return { file, hash: read.hash, dueAt: [], ...parseContent(file.path, read.source, context) };
}

/** What is to be recorded of a file that is gone. */
export function missingFile(file: SeenFile): Reading {
  return bare(file, "gone");
}

function readCopied(file: SeenFile, { contentFolder }: ReadContext, knownHash?: string): Reading {
  const hash = hashContentFile(contentFolder, file.path);
  if (typeof hash !== "string") return faulty(file, hash);
  return { ...bare(file, hash === knownHash ? "same" : "copied"), hash };
}

function faulty(file: SeenFile, problem: Problem): Reading {
  return { ...bare(file, "faulty"), problems: [problem] };
}

function bare(file: SeenFile, kind: "same" | "copied" | "gone" | "faulty"): Reading {
  const { placeOf } = firstLineOnly("");
  return { file, hash: "", outcome: { kind }, problems: [], dueAt: [], placeOf, links: [] };
}

type Parsed = Pick<Reading, "outcome" | "problems" | "placeOf" | "links"> &
  Partial<Pick<Reading, "dueAt">>;

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
  const parse = parseStory(path, source, { ...context, ...pictures });
  return { ...parse, outcome: outcomeOf(parse, context) };
}

/** What becomes of a story: what its status says counts even where something else is wrong with it. */
function outcomeOf({ story, status }: StoryParse, { isPreview }: ReadContext): Outcome {
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
    hasPicture: (src) => lstatSync(join(media, src), { throwIfNoEntry: false })?.isFile() === true,
    pictureNames: () =>
      (existsSync(media) ? readdirSync(media, { recursive: true, withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(media.length + 1)),
  };
}
