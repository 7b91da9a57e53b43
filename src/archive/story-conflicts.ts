import { listPageAt } from "../model/page-at.ts";
import type { Problem } from "../model/problem.ts";
import type { Place, Reading } from "../model/reading.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { listSameNames } from "./seen-files.ts";
import { hasStoryAt, listAliasOwners, listSameBodies, storedStory } from "./stored-stories.ts";

/** What is wrong with a story because of another: names and aliases are taken once. */
export function conflictsOf(archive: Archive, site: Site, reading: Reading): Problem[] {
  if (reading.outcome.kind === "gone") return [];
  const aliases = reading.outcome.kind === "story" ? reading.outcome.story.aliases : [];
  return [
    ...listSameNames(archive, reading.file.path).map((other) => sameName(reading, other)),
    ...aliases.flatMap((alias, index) => aliasConflicts(archive, site, reading, alias, index)),
  ];
}

function sameName(reading: Reading, other: string): Problem {
  return problemAt(reading, FIRST_LINE, {
    severity: "error",
    code: "path-case",
    message: `The name differs from ${other} only in case or in the form of its letters.`,
    hint: "Give one of the two files another name.",
  });
}

function aliasConflicts(
  archive: Archive,
  site: Site,
  reading: Reading,
  alias: string,
  index: number,
): Problem[] {
  const place = reading.places.aliases[index] as Place;
  const other = listAliasOwners(archive, alias).find((path) => path !== reading.file.path);
  if (other !== undefined || listPageAt(site, alias) !== undefined) {
    const owner = other === undefined ? "the paper's own pages" : other;
    return [
      problemAt(reading, place, {
        severity: "error",
        code: "alias-taken",
        message: `${alias} belongs to ${owner}.`,
        hint: "Remove the line here or there: an address leads to one story.",
      }),
    ];
  }
  if (!hasStoryAt(archive, alias)) return [];
  return [
    problemAt(reading, place, {
      severity: "warning",
      code: "alias-shadowed",
      message: `A story stands at ${alias}, so that nobody is led from there to this one.`,
      hint: "Remove the line, or move that story.",
    }),
  ];
}

/** What an editor should know of a story that was published before. */
export function historyOf(
  reading: Reading,
  old: PublishedStory | Withdrawal | undefined,
): Problem[] {
  const { outcome } = reading;
  if (old === undefined || !isPublished(old)) return [];
  if (outcome.kind !== "hidden" || outcome.state !== "draft") return [];
  return [
    problemAt(reading, reading.places.status, {
      severity: "warning",
      code: "story-unpublished",
      message: "The story was published and disappears without a trace.",
      hint: "status: withdrawn, with a reason, tells readers that it is gone.",
    }),
  ];
}

/** Warnings for addresses that vanished while their text now stands under another. */
export function movesWithoutAlias(
  archive: Archive,
  vanished: readonly PublishedStory[],
): Problem[] {
  return vanished.flatMap(({ path, address, bodyHash }) =>
    listSameBodies(archive, bodyHash, path)
      .filter((moved) => !storedStory(archive, moved)?.story.aliases.includes(address))
      .slice(0, 1)
      .map((moved) => ({
        file: moved,
        line: 1,
        column: 1,
        length: 3,
        severity: "warning" as const,
        code: "story-moved",
        message: `The story moved here from ${address}, which now leads nowhere.`,
        hint: `aliases: [${address}]`,
      })),
  );
}

type Finding = Pick<Problem, "severity" | "code" | "message" | "hint">;

const FIRST_LINE: Place = { line: 1, column: 1, length: 1 };

function problemAt(reading: Reading, place: Place, finding: Finding): Problem {
  return { file: reading.file.path, ...place, ...finding };
}
