import { type FileTask, type ReadContext, readContent } from "./content/read-content.ts";
import type { CheckedFolders } from "./content/read-file.ts";
import type { Document } from "./model/document.ts";
import type { Reading } from "./model/reading.ts";
import type { StalePage } from "./model/stale-page.ts";
import { type PartPage, Parts } from "./publish/parts.ts";
import { type StagedPage, stageDocument } from "./publish/stage-document.ts";
import { isRendered } from "./render/render-page.ts";
import { type RenderContext, renderPages } from "./render/render-pages.ts";

// What there is most of in a large build: done in the main thread, and in a worker for each further core.

export { prepareEleventy } from "./render/render-pages.ts";

export interface ReadTask {
  readonly files: readonly FileTask[];
  readonly context: ReadContext;
}

export interface MakeTask {
  readonly pages: readonly PageTask[];
  readonly context: RenderContext;
  /** Folders with pages that may be made already, and which policies such pages must show. */
  readonly parts: { readonly folders: readonly string[]; readonly policies: string };
}

export interface RenderOrder {
  readonly pages: readonly StalePage[];
  readonly context: RenderContext;
}

export interface PageTask {
  readonly stale: StalePage;
  /** Where the rendered page is to be written. */
  readonly file: string;
  /** Of the bytes that are published already. */
  readonly publishedHash: string | undefined;
}

export async function readFiles({ files, context }: ReadTask): Promise<Reading[]> {
  const checked: CheckedFolders = new Set();
  const readings: Reading[] = [];
  // One after the other: pictures take memory.
  for (const task of files) readings.push(await readContent(task, context, checked));
  return readings;
}

/** Renders pages, or takes them from parts, and writes them. A page whose source changed meanwhile is left out. */
export async function makePages({ pages, context, parts }: MakeTask): Promise<StagedPage[]> {
  using made = new Parts(parts.folders, parts.policies);
  const taken = new Map(
    pages.map((task) => [task.stale, standing(task) ?? made.documentOf(task.stale)] as const),
  );
  const missing = [...taken.keys()].filter((stale) => taken.get(stale) === undefined);
  const rendered = await renderPages(missing, context);
  const { twins } = context.frame.site;
  for (const [index, stale] of missing.entries()) taken.set(stale, rendered[index]);
  return pages.flatMap(({ stale, file, publishedHash }) => {
    const document = taken.get(stale);
    return document === undefined
      ? []
      : (stageDocument(document, file, publishedHash, twins) ?? []);
  });
}

/** An asset whose bytes are published: at its address there are never others. */
function standing({ stale, publishedHash = "" }: PageTask): Document | undefined {
  const { page, fingerprint } = stale;
  const isMade = ["rendition", "share-image", "icon"].includes(page.kind);
  if (!isMade || publishedHash === "") return undefined;
  return { page, fingerprint, content: { file: "", hash: publishedHash } };
}

/** Renders pages for a part. Files that are copied have no place in it. */
export async function renderForPart({ pages, context }: RenderOrder): Promise<PartPage[]> {
  const rendered = pages.filter(({ page }) => isRendered(page));
  const documents = await renderPages(rendered, context);
  return documents.flatMap((document) => {
    if (typeof document?.content !== "string") return [];
    const { page, fingerprint, content } = document;
    return [{ address: page.address, fingerprint, content }];
  });
}
