import { existsSync, watch } from "node:fs";
import { basename, dirname, sep } from "node:path";

/**
 * Tells of each path in the content folder at which something may be another than before, with `/`;
 * of the empty one where that may be anything. One watch a folder, none a file: Node's own.
 */
export function watchContent(folder: string, tell: (path: string) => void): Disposable {
  const watchFiles = () =>
    existsSync(folder)
      ? watch(folder, { recursive: true }, (_event, name) => tell(withSlashes(name ?? "")))
      : undefined;
  let files = watchFiles();
  // The folder itself may be moved away, and another put in its place.
  const parent = watch(dirname(folder), (_event, name) => {
    if (name !== basename(folder)) return;
    files?.close();
    files = watchFiles();
    tell("");
  });
  return {
    [Symbol.dispose]() {
      parent.close();
      files?.close();
    },
  };
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}
