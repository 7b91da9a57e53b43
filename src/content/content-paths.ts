/** Folders that Dateline reads; whatever else is in the content folder is not looked at. */
export const CONTENT_FOLDERS = ["authors", "media", "pages", "static", "stories"] as const;
const TOP_LEVEL: ReadonlySet<string> = new Set(CONTENT_FOLDERS);

/** Whether a file or folder is read at all, by its path inside the content folder, which itself has none. */
export function isRead(path: string): boolean {
  return path === "" || path === "site.yaml" || isContent(path);
}

/** Whether a folder may hold content. One called slug.md is a mistake that its editor should hear of. */
export function isContentFolder(path: string): boolean {
  return isContent(path) && !(path.startsWith("stories/") && path.endsWith(".md"));
}

/** Whether a file is content. Hidden files (.DS_Store, what editors leave behind) are nobody's, but for RFC 8615's. */
export function isContentFile(path: string): boolean {
  return path.includes("/") && isContent(path);
}

function isContent(path: string): boolean {
  const [top = "", ...names] = path.split("/");
  return (
    TOP_LEVEL.has(top) && !names.some((name) => name !== ".well-known" && /^[.~]|~$/.test(name))
  );
}
