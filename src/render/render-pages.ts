import { resolve } from "node:path";
import { readContentFile } from "../content/read-file.ts";
import { splitFrontMatter } from "../content/split-front-matter.ts";
import { outputFile } from "../model/address.ts";
import type { CopiedFile, Document } from "../model/document.ts";
import type { Frame } from "../model/frame.ts";
import type { CopiedProps } from "../model/page-props.ts";
import type { StalePage } from "../model/stale-page.ts";
import { PAGES, RenderTask } from "./page-template.ts";
import { RENDERERS } from "./render-page.ts";

/** What rendering needs beside the pages. */
export interface RenderContext {
  readonly frame: Frame;
  /** Of pages that open before others. */
  readonly openingFrame: Frame;
  /** Absolute path. */
  readonly contentFolder: string;
}

/**
 * Renders pages, no two with the same address: Eleventy would have to write both to one file. For one
 * whose source is no longer what was recorded there is no document: it stays queued, and the next
 * build reads it again.
 */
export async function renderPages(
  pages: readonly StalePage[],
  context: RenderContext,
): Promise<(Document | undefined)[]> {
  const tasks = pages.flatMap((stale) => renderTask(stale, context) ?? []);
  const rendered = tasks.length === 0 ? new Map<string, string>() : await runEleventy(tasks);
  return pages.map((stale) => {
    const { page, fingerprint } = stale;
    const content = copiedContent(stale, context) ?? rendered.get(outputFile(page.address));
    return content === undefined ? undefined : { page, fingerprint, content };
  });
}

/** A file that is published as it is; `undefined` for other pages. */
export function copiedContent(
  { page, props }: StalePage,
  { contentFolder }: RenderContext,
): CopiedFile | undefined {
  if ((page.kind !== "picture" && page.kind !== "static") || !hasSource(props)) return undefined;
  return { file: resolve(contentFolder, props.path), hash: props.sourceHash };
}

/** `undefined` for what needs no rendering, and for pages whose source changed meanwhile. */
export function renderTask(stale: StalePage, context: RenderContext): RenderTask | undefined {
  const render = RENDERERS[stale.page.kind as keyof typeof RENDERERS];
  if (render === undefined) return undefined;
  const body = hasSource(stale.props) ? readBody(stale.props, context) : "";
  if (body === undefined) return undefined;
  const frame = stale.isOpening ? context.openingFrame : context.frame;
  return new RenderTask(stale.page.address, () =>
    render(frame, stale.props as never, body).toString(),
  );
}

function hasSource(props: StalePage["props"]): props is StalePage["props"] & CopiedProps {
  return "sourceHash" in props;
}

/** The text below the front matter, if the file is still the one that was recorded. */
function readBody(source: CopiedProps, { contentFolder }: RenderContext): string | undefined {
  const file = readContentFile(contentFolder, source.path);
  if (!("source" in file) || file.hash !== source.sourceHash) return undefined;
  const split = splitFrontMatter(file.source);
  return "body" in split ? split.body : undefined;
}

/** Loads Eleventy and its configuration, which takes longer than to render a few pages. */
export async function prepareEleventy(): Promise<void> {
  await runEleventy([]);
}

/** Content by output file. Eleventy is imported here, so that a build without stale pages does not wait for it. */
async function runEleventy(tasks: readonly RenderTask[]): Promise<Map<string, string>> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy("layouts", "_site", {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: (config) => config.addGlobalData(PAGES, () => tasks),
  });
  const pages = await eleventy.toJSON();
  return new Map(
    pages.map(({ outputPath, content }) => [outputPath.slice("./_site/".length), content]),
  );
}
