import { type Archive, openArchive } from "./archive/open-archive.ts";
import { askGit, type GitQuestions } from "./content/ask-git.ts";
import { requireContent } from "./content/require-content.ts";
import type { Paper } from "./paper.ts";

/** What a build begins with. It loads little: Git is at work while the rest is loaded. */
export interface OpenPaper {
  readonly paper: Paper;
  /** Locked. */
  readonly archive: Archive;
  /** `undefined` where it is known what was saved. */
  readonly git: GitQuestions | undefined;
}

/**
 * Locks the archive and asks Git what changed.
 * @param saved what was saved since the last build, where that is known.
 * @throws NoContent
 */
export function openPaper(paper: Paper, saved?: ReadonlySet<string>): OpenPaper {
  requireContent(paper.contentFolder);
  const archive = openArchive(paper.cacheFolder);
  // When the archive is locked: another build may have been at work until then.
  return { paper, archive, git: saved === undefined ? askGit(paper.contentFolder) : undefined };
}
