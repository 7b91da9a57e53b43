import { runGit } from "./run-git.ts";

/** A line of a Git tree, which lists one folder. */
export interface TreeEntry {
  readonly name: string;
  /** Object id, in hex. */
  readonly id: string;
  readonly kind: "file" | "folder" | "submodule";
}

/** Trees, by their ids, each to list its entries. One call of Git, whatever their number. */
export function readTrees(
  folder: string,
  treeIds: readonly string[],
): Map<string, () => TreeEntry[]> {
  const trees = new Map<string, () => TreeEntry[]>();
  if (treeIds.length === 0) return trees;
  const output = runGit(folder, ["cat-file", "--batch"], `${treeIds.join("\n")}\n`);
  if (output === undefined) throw new Error("Git can't read the trees of the content folder.");
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
