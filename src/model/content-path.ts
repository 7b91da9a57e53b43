/** The folder that a file or folder of the content folder is in; empty for the content folder itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
