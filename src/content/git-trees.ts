import { runGit, runGitBeside } from "./run-git.ts";

/** A line of a Git tree, which lists one folder. */
export interface TreeEntry {
  readonly name: string;
  /** Object id, in hex. */
  readonly id: string;
  readonly kind: "file" | "folder" | "submodule";
}

/** Trees, by their ids, each to list its entries. */
export type Trees = ReadonlyMap<string, () => TreeEntry[]>;

/** One call of Git, whatever their number. */
export function readTrees(folder: string, treeIds: readonly string[]): Trees {
  if (treeIds.length === 0) return new Map();
  const output = runGit(folder, CAT_TREES, listOf(treeIds));
  if (output === undefined) throw new Error("Git can't read the trees of the content folder.");
  return parseTrees(output);
}

/** More folders than this are read a part at a time, when it is their turn. */
const MOST_AHEAD = 64;

/**
 * A tree and those below it that are not below another one, while other work goes on; none where they are many, or Git has
 * the other one no more.
 */
export async function readChangedTrees(folder: string, from: string, to: string): Promise<Trees> {
  const diff = await runGitBeside(folder, [
    "diff-tree",
    "-r",
    "-t",
    "-z",
    "--no-renames",
    from,
    to,
  ]);
  if (diff === undefined) return new Map();
  // `:<mode> <mode> <id> <id> <status>`, a NUL, the path and a NUL.
  const lines = diff.toString("latin1").split("\0");
  const below = lines.flatMap((line, index) => {
    const [, mode, , id = ""] = line.split(" ");
    return index % 2 === 0 && mode === "040000" ? id : [];
  });
  if (below.length >= MOST_AHEAD) return new Map();
  const output = await runGitBeside(folder, CAT_TREES, listOf([to, ...below]));
  return output === undefined ? new Map() : parseTrees(output);
}

const CAT_TREES = ["cat-file", "--batch"];

function listOf(treeIds: readonly string[]): string {
  return `${treeIds.join("\n")}\n`;
}

function parseTrees(output: Buffer): Trees {
  const trees = new Map<string, () => TreeEntry[]>();
  for (let start = 0; start < output.length; ) {
    const headEnd = output.indexOf("\n", start);
    // `<id> tree <size>`, the tree's bytes, and a line break; or `<id> missing`.
    const head = output.toString("latin1", start, headEnd);
    const [, id, size] = /^([0-9a-f]+) tree (\d+)$/.exec(head) ?? [];
    if (id === undefined) throw new Error(`The Git repository is not whole: ${head}.`);
    const end = headEnd + 1 + Number(size);
    const tree = output.subarray(headEnd + 1, end);
    trees.set(id, () => entriesOf(tree, id.length / 2));
    start = end + 1;
  }
  return trees;
}

/** `<mode> <name>`, a NUL and the object id's bytes, for each entry. */
function entriesOf(tree: Buffer, idLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let start = 0; start < tree.length; ) {
    const space = tree.indexOf(" ", start);
    const end = tree.indexOf(0, space);
    entries.push({
      kind: kindOf(tree.toString("latin1", start, space)),
      name: tree.toString("utf8", space + 1, end),
      id: tree.toString("hex", end + 1, end + 1 + idLength),
    });
    start = end + 1 + idLength;
  }
  return entries;
}

function kindOf(mode: string): TreeEntry["kind"] {
  if (mode === "40000") return "folder";
  return mode === "160000" ? "submodule" : "file";
}
