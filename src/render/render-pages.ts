import { resolve } from "node:path";
import { ICON_SIZE, icon } from "../../layouts/icon.ts";
import { type Drawn, shareImage } from "../../layouts/share-image.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { iconFile } from "../assets/icon-file.ts";
import { renditionFile } from "../assets/rendition-file.ts";
import { shareImageFile } from "../assets/share-image-file.ts";
import { type CheckedFolders, readContentFile } from "../content/read-file.ts";
import { splitFrontMatter } from "../content/split-front-matter.ts";
import { Html } from "../markup/html.ts";
import { outputFile } from "../model/address.ts";
import type { CopiedFile, Document } from "../model/document.ts";
import type { Frame } from "../model/frame.ts";
import type { IconProps } from "../model/icon.ts";
import type { PageKind } from "../model/page.ts";
import type { CopiedProps, PageProps, RenditionProps } from "../model/page-props.ts";
import type { ShareImageProps } from "../model/share-image.ts";
import type { StalePage } from "../model/stale-page.ts";
import { PAGES, RenderTask } from "./page-template.ts";
import { layoutOf, RENDERERS, type SourceTexts } from "./render-page.ts";

/** Absolute paths. */
interface Folders {
  readonly contentFolder: string;
  readonly cacheFolder: string;
  readonly projectFolder: string;
}

/** What rendering needs beside the pages. */
export interface RenderContext extends Folders {
  readonly frame: Frame;
  /** Of pages that open before others. */
  readonly openingFrame: Frame;
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
  const checked: CheckedFolders = new Set();
  const tasks = pages.map((stale) => renderTask(stale, context, checked));
  const rendered = await renderTasks(tasks.filter((task) => task !== undefined));
  const files = await Promise.all(pages.map((stale) => fileOf(stale, context)));
  return pages.map((stale, index) => {
    const { page, fingerprint } = stale;
    const content = files[index] ?? rendered.get(outputFile(page.address));
    if (content === undefined) return undefined;
    return { page, fingerprint, content, rendering: tasks[index]?.rendering };
  });
}

/** The file of a page that is copied, or made without a layout; `undefined` for other pages. */
export async function fileOf(stale: StalePage, folders: Folders): Promise<CopiedFile | undefined> {
  const { contentFolder, cacheFolder } = folders;
  switch (stale.page.kind) {
    case "rendition": {
      const props = parseStored<RenditionProps>(stale.props);
      return await renditionFile(props, contentFolder, cacheFolder);
    }
    case "icon": {
      const props = parseStored<IconProps>(stale.props);
      return await iconFile(props, { drawing: icon(props), size: ICON_SIZE }, folders);
    }
    case "share-image": {
      const props = parseStored<ShareImageProps>(stale.props);
      return await shareImageFile(props, () => describeShareImage(props), folders);
    }
    default:
      return copiedContent(stale, folders);
  }
}

async function describeShareImage(props: ShareImageProps): Promise<Drawn> {
  const place = props.story?.place;
  if (place === undefined) return shareImage(props);
  const { drawLocator } = await import("../maps/locator.ts");
  return shareImage(props, drawLocator(place));
}

/** A file that is published as it is; `undefined` for other pages. */
function copiedContent(
  { page, props }: StalePage,
  { contentFolder, projectFolder }: Folders,
): CopiedFile | undefined {
  if (page.kind !== "picture" && page.kind !== "static" && page.kind !== "asset") return undefined;
  const copied = parseStored<PageProps["asset"]>(props);
  if ("text" in copied) return undefined;
  const folder = page.kind === "asset" ? projectFolder : contentFolder;
  return { file: resolve(folder, copied.path), hash: copied.sourceHash };
}

/** `undefined` for what needs no rendering, and for pages whose source changed meanwhile. */
export function renderTask(
  stale: StalePage,
  context: RenderContext,
  checked: CheckedFolders = new Set(),
): RenderTask | undefined {
  const render = RENDERERS[stale.page.kind as keyof typeof RENDERERS];
  if (render === undefined || copiedContent(stale, context) !== undefined) return undefined;
  const props = parseStored<PageProps[PageKind]>(stale.props);
  const texts = readTexts(sourcesOf(props), context, checked);
  if (texts === undefined) return undefined;
  const [body = ""] = texts.values();
  const frame = stale.isOpening ? context.openingFrame : context.frame;
  return new RenderTask(stale.page.address, layoutOf(stale.page, props), () => {
    const document: Html | Promise<Html> = render(frame, props as never, body, texts);
    return document instanceof Html ? document.toString() : document.then(String);
  });
}

/** The files whose texts a page shows. */
function sourcesOf(props: PageProps[PageKind]): readonly CopiedProps[] {
  if (hasSource(props)) return [props];
  return "stories" in props ? props.stories.flatMap(({ source }) => source ?? []) : [];
}

function hasSource<T extends object>(props: T): props is T & CopiedProps {
  return "sourceHash" in props;
}

/** `undefined` where one of the files is no longer what was recorded. */
function readTexts(
  sources: readonly CopiedProps[],
  context: RenderContext,
  checked: CheckedFolders,
): SourceTexts | undefined {
  const texts = new Map<string, string>();
  for (const source of sources) {
    const text = readBody(source, context, checked);
    if (text === undefined) return undefined;
    texts.set(source.path, text);
  }
  return texts;
}

/** The text below the front matter, if the file is still the one that was recorded. */
function readBody(
  source: CopiedProps,
  { contentFolder }: RenderContext,
  checked: CheckedFolders,
): string | undefined {
  const file = readContentFile(contentFolder, source.path, checked);
  if (!("source" in file) || file.hash !== source.sourceHash) return undefined;
  const split = splitFrontMatter(file.source);
  return "body" in split ? split.body : undefined;
}

/** Content by output file. Where there is nothing to render, Eleventy is not waited for. */
async function renderTasks(tasks: readonly RenderTask[]): Promise<Map<string, string>> {
  return tasks.length === 0 ? new Map() : await runEleventy(tasks);
}

/** Loads Eleventy and its configuration, which takes longer than to render a few pages. */
export async function prepareEleventy(): Promise<void> {
  await runEleventy([]);
}

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
