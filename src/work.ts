import { type FileTask, type ReadContext, readContent } from "./content/read-content.ts";
import type { Reading } from "./model/reading.ts";
import type { StalePage } from "./model/stale-page.ts";
import { type StagedPage, stageDocument } from "./publish/stage-document.ts";
import { prepareEleventy, type RenderContext, renderPages } from "./render/render-pages.ts";

// What there is most of in a large build: done here, or by as many workers as there are cores.

export interface ReadTask {
  readonly files: readonly FileTask[];
  readonly context: ReadContext;
}

export interface MakeTask {
  readonly pages: readonly PageTask[];
  readonly context: RenderContext;
}

export interface PageTask {
  readonly stale: StalePage;
  /** Where the rendered page is to be written. */
  readonly file: string;
  /** Of the bytes that are published already. */
  readonly publishedHash: string | undefined;
}

/** Loads what the rest needs, before there is something to do. */
export async function prepare(): Promise<void> {
  await prepareEleventy();
}

export function readFiles({ files, context }: ReadTask): Reading[] {
  return files.map((task) => readContent(task, context));
}

/** Renders pages and writes them. A page whose source changed meanwhile is left out. */
export async function makePages({ pages, context }: MakeTask): Promise<StagedPage[]> {
  const documents = await renderPages(
    pages.map(({ stale }) => stale),
    context,
  );
  return pages.flatMap(({ file, publishedHash }, index) => {
    const document = documents[index];
    return document === undefined ? [] : (stageDocument(document, file, publishedHash) ?? []);
  });
}
