import type { Instant, Stamp } from "../model/instant.ts";
import { compareProblems, isError, type Problem } from "../model/problem.ts";
import type { LinkPlace, PlaceOf } from "../model/reading.ts";
import type { Story } from "../model/story.ts";
import { buildStory, type StoryView } from "./build-story.ts";
import { type Body, inspectBody } from "./inspect-body.ts";
import { type FrontMatter, parseFrontMatter } from "./parse-front-matter.ts";
import { parseKeys } from "./parse-keys.ts";
import { type LiveBody, parseLiveBlog } from "./parse-live-blog.ts";
import { firstLineOnly } from "./places.ts";
import { type KeyFinding, type PlacedFinding, problemAt, problemAtKey } from "./problem-in-file.ts";
import { isRefusal } from "./refusal.ts";
import {
  checkOrder,
  datesOfThePast,
  momentOf,
  parseStoryDates,
  type StoryDates,
} from "./story-dates.ts";
import { refuseStoryPath } from "./story-path.ts";
import { checkReferences, type References } from "./story-references.ts";
import { checkStoryRules } from "./story-rules.ts";
import { STORY_OTHER_NAMES, type StoryKeys, storySchema } from "./story-schema.ts";

export interface StoryContext extends References, StoryView {}

export interface StoryParse {
  /** There exactly when no problem is an error. */
  readonly story?: Story;
  readonly problems: readonly Problem[];
  /** Instants, past ones too, at which the same text gives another result. */
  readonly dueAt: readonly Instant[];
  readonly status: StoryStatus;
  /** For problems that others find. */
  readonly placeOf: PlaceOf;
  readonly links: readonly LinkPlace[];
}

/**
 * What the file says that the story is, errors in other keys notwithstanding. `unreadable`: its `status` has a value that
 * means nothing. `unparsed`: the front matter as a whole can't be read, and no line of it says that readers shall not see the
 * story.
 */
export type StoryStatus =
  | "draft"
  | "scheduled"
  | "published"
  | "withdrawn"
  | "unreadable"
  | "unparsed";

/** Parses and checks the text of a story's file. */
export function parseStory(path: string, source: string, context: StoryContext): StoryParse {
  const file = parseFrontMatter(source);
  return isRefusal(file) ? unparsed(path, source, file) : parseReadableStory(path, file, context);
}

function unparsed(path: string, source: string, finding: PlacedFinding): StoryParse {
  const { placeOf } = firstLineOnly(source);
  const problems = [...problemsOfPath(path), problemAt(path, finding)].sort(compareProblems);
  return { problems, dueAt: [], status: statusByLine(source), placeOf, links: [] };
}

/** What is wrong with other lines, or with the line itself, must not keep up what an editor takes down. */
function statusByLine(source: string): StoryStatus {
  const frontMatter = source.split(/^---.*$/m, 2).join("");
  const [, written = "ready"] =
    /^[ \t]*status[ \t]*:[ \t]*(.*?)[ \t]*(?:#.*)?$/im.exec(frontMatter) ?? [];
  const value = written.replace(/^(["'])(.*)\1$/, "$2");
  if (value === "ready") return "unparsed";
  return value === "draft" || value === "withdrawn" ? value : "unreadable";
}

function parseReadableStory(path: string, file: FrontMatter, context: StoryContext): StoryParse {
  const keys = parseKeys(storySchema, file, STORY_OTHER_NAMES);
  const { dates, findings } = parseStoryDates(file.values, context.site.zone);
  const body = parseBody(keys.partial.kind, file, dates, context);
  const moment = momentOf(dates);
  const status = statusOf(keys.partial.status, moment, context.now);
  const past = status === "draft" ? [] : datesOfThePast(dates);

  const lasting = [
    ...problemsOfPath(path),
    ...placed(path, file, [
      ...keys.findings,
      ...findings,
      ...checkOrder(dates),
      ...checkReferences(file.values, context),
      ...checkStoryRules(keys.partial),
    ]),
    ...body.findings.map((finding) => problemAt(path, finding)),
  ];
  const passing = past.filter(({ at }) => at > context.now).map(({ finding }) => finding);
  const parse = {
    problems: [...lasting, ...placed(path, file, passing)].sort(compareProblems),
    status,
    placeOf: file.places.placeOf,
    links: body.linkPlaces,
  };

  const { complete } = keys;
  const { published } = dates;
  if (!complete || !published || !moment || lasting.some(isError)) return { ...parse, dueAt: [] };
  // Until the last of its dates has come, the story is absent or stays as it was.
  const isSecret = !context.isPreview && (status === "draft" || status === "scheduled");
  const dueAt = [
    ...(status === "draft" ? [] : [Math.max(moment.at, ...past.map(({ at }) => at))]),
    ...(isSecret ? [] : (body.moments ?? [])),
  ];
  if (passing.length > 0) return { ...parse, dueAt };
  const parts = { path, keys: complete, dates: { ...dates, published }, moment, body };
  return { ...parse, dueAt, story: buildStory(parts, context) };
}

function parseBody(
  kind: StoryKeys["kind"] | undefined,
  { body, bodyLine }: FrontMatter,
  dates: StoryDates,
  context: StoryContext,
): Body & Partial<LiveBody> {
  return kind === "live"
    ? parseLiveBlog(body, bodyLine, dates, context)
    : inspectBody(body, bodyLine, context);
}

function problemsOfPath(path: string): Problem[] {
  const refusal = refuseStoryPath(path);
  return refusal ? [problemAt(path, { line: 1, column: 1, length: 1, ...refusal })] : [];
}

function placed(path: string, file: FrontMatter, findings: readonly KeyFinding[]): Problem[] {
  return findings.map((finding) => problemAtKey(path, file.places, finding));
}

function statusOf(
  status: StoryKeys["status"] | undefined,
  moment: Stamp | undefined,
  now: Instant,
): StoryStatus {
  if (status === undefined) return "unreadable";
  if (status === "draft") return "draft";
  if (moment !== undefined && moment.at > now) return "scheduled";
  return status === "withdrawn" ? "withdrawn" : "published";
}
