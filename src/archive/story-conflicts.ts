import { listPageAt } from "../model/page-at.ts";
import type { Problem } from "../model/problem.ts";
import type { Reading, TextPlace } from "../model/reading.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { foldedPath, listSameNames } from "./seen-files.ts";
import { editorsPageAtAddress } from "./stored-pages.ts";
import { hasStoryAt, listAliasOwners, listSameBodies, storedStory } from "./stored-stories.ts";
import { livePageAt, staticFileAt } from "./wanted-pages.ts";

/** What is wrong with a file because of another: names and aliases are taken once, and who has them keeps them. */
export function conflictsOf(archive: Archive, site: Site, reading: Reading): Problem[] {
  if (reading.outcome.kind === "gone" || reading.outcome.kind === "same") return [];
  return [
    ...listSameNames(archive, reading.file.path).map((other) => sameName(reading, other)),
    ...aliasPlaces(reading).flatMap((alias) => takenAlias(archive, site, alias)),
  ];
}

/** Whether its outcome may depend on what becomes of others. */
export function wantsTaken(archive: Archive, site: Site, reading: Reading): boolean {
  const { path } = reading.file;
  if (reading.outcome.kind === "gone") return false;
  return path !== foldedPath(path) || conflictsOf(archive, site, reading).length > 0;
}

function sameName(reading: Reading, other: string): Problem {
  return problemAt(reading, FIRST_LINE, {
    severity: "error",
    code: "path-case",
    message: `The name differs from ${other} only in case or in the form of its letters.`,
    hint: "Give one of the two files another name.",
  });
}

/** A former address of a story, and where its file gives it. */
export interface AliasPlace extends TextPlace {
  readonly file: string;
  readonly alias: string;
}

export function aliasPlaces({ file, outcome, places }: Reading): AliasPlace[] {
  const aliases = outcome.kind === "story" ? outcome.story.aliases : [];
  return aliases.map((alias, index) => {
    return { file: file.path, alias, ...(places.aliases[index] as TextPlace) };
  });
}

function takenAlias(archive: Archive, site: Site, { alias, ...place }: AliasPlace): Problem[] {
  const other = listAliasOwners(archive, alias).find((path) => path !== place.file);
  if (other === undefined && listPageAt(site, alias) === undefined) return [];
  return [
    {
      ...place,
      severity: "error",
      code: "alias-taken",
      message: `${alias} belongs to ${other ?? "the paper's own pages"}.`,
      hint: "Remove the line here or there: an address leads to one story.",
    },
  ];
}

/** Warnings for aliases at which something stands. To be asked when all is recorded. */
export function shadowedAliases(archive: Archive, aliases: readonly AliasPlace[]): Problem[] {
  return aliases
    .filter(({ alias }) => hasFileFor(archive, alias))
    .map(({ alias, ...place }) => ({
      ...place,
      severity: "warning",
      code: "alias-shadowed",
      message: `Another page stands at ${alias}, so that nobody is led from there to this story.`,
      hint: "Remove the line, or move that page.",
    }));
}

function hasFileFor(archive: Archive, address: string): boolean {
  if (hasStoryAt(archive, address) || livePageAt(archive, address) !== undefined) return true;
  const other = editorsPageAtAddress(archive, address) ?? staticFileAt(archive, address);
  return other !== undefined;
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

/** A warning for an address that vanished while its text now stands under another. */
export function movedWithoutAlias(
  archive: Archive,
  { path, address, bodyHash }: PublishedStory,
): Problem[] {
  return listSameBodies(archive, bodyHash, path)
    .filter((moved) => !storedStory(archive, moved)?.story.aliases.includes(address))
    .slice(0, 1)
    .map((moved) => ({
      file: moved,
      line: 1,
      column: 1,
      length: 3,
      severity: "warning",
      code: "story-moved",
      message: `The story moved here from ${address}, which now leads nowhere.`,
      hint: `aliases: [${address}]`,
    }));
}

type Finding = Pick<Problem, "severity" | "code" | "message" | "hint">;

const FIRST_LINE: TextPlace = { line: 1, column: 1, length: 1 };

function problemAt(reading: Reading, place: TextPlace, finding: Finding): Problem {
  return { file: reading.file.path, ...place, ...finding };
}
