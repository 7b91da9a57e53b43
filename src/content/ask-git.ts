import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CONTENT_FOLDERS } from "./content-paths.ts";
import type { Trees } from "./git-trees.ts";
import { runGitBeside } from "./run-git.ts";

/** What Git says of a content folder. */
export interface GitAnswers {
  /** The folder's path in its repository: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Git's name of all that is committed of the folder; `undefined` where nothing is. */
  readonly treeId: string | undefined;
  /** What is not as it was committed: `git status --porcelain -z`, ignored files too. */
  readonly status: string;
  /** Some that were read already. */
  readonly trees?: Trees;
}

export interface GitQuestions {
  /** Answered long before the rest. */
  readonly treeId: Promise<string | undefined>;
  /** `undefined` where the folder is in no repository, or Git ignores it, can't tell or tells of files that are not there. */
  readonly answers: Promise<GitAnswers | undefined>;
}

/** Asks Git at once. It looks at every file, which takes as long as all else that a build with little to do does meanwhile. */
export function askGit(contentFolder: string): GitQuestions {
  if (!isInRepository(contentFolder)) return UNANSWERED;
  const git = async (...args: string[]) => (await runGitBeside(contentFolder, args))?.toString();
  const status = git("status", ...STATUS_FLAGS, "--", ...CONTENT_FOLDERS);
  const place = askPlace(contentFolder, git);
  return { treeId: place.then((found) => found?.treeId), answers: both(place, status) };
}

const UNANSWERED: GitQuestions = {
  treeId: Promise.resolve(undefined),
  answers: Promise.resolve(undefined),
};

/** Git would look for it in the same folders, once it is started. */
function isInRepository(folder: string): boolean {
  for (let above = realpathSync(folder); ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return true;
    if (above === dirname(above)) return false;
  }
}

/** Ignored files too: readers get the same pages where there is no Git to ask. */
const STATUS_FLAGS = ["--porcelain", "-z", "-uall", "--ignored", "--no-renames"];

type Place = Pick<GitAnswers, "prefix" | "treeId">;

async function both(
  place: Promise<Place | undefined>,
  status: Promise<string | undefined>,
): Promise<GitAnswers | undefined> {
  const [found, printed] = await Promise.all([place, status]);
  if (found === undefined || printed === undefined) return undefined;
  return { ...found, status: printed };
}

type Git = (...args: string[]) => Promise<string | undefined>;

async function askPlace(contentFolder: string, git: Git): Promise<Place | undefined> {
  const answer = await git("rev-parse", "--git-path", SPARSE_CHECKOUT, "--show-prefix", "HEAD:./");
  const [, sparse, path, treeId] = /^(.*?)\n(.*)\n([0-9a-f]+)\n$/s.exec(answer ?? "") ?? [];
  if (sparse !== undefined && path !== undefined) {
    const isSparse = existsSync(resolve(contentFolder, sparse)) && (await isSparseCheckout(git));
    return isSparse ? undefined : { prefix: path, treeId };
  }
  const prefix = await git("rev-parse", "--show-prefix");
  const isIgnored = (await git("check-ignore", "-q", ".")) !== undefined;
  if (prefix === undefined || isIgnored) return undefined;
  return { prefix: prefix.trimEnd(), treeId: undefined };
}

/** The file stays when all is checked out again. */
const SPARSE_CHECKOUT = "info/sparse-checkout";

async function isSparseCheckout(git: Git): Promise<boolean> {
  return (await git("config", "--type=bool", "core.sparseCheckout")) === "true\n";
}
