import { resolve } from "node:path";
import type Eleventy from "@11ty/eleventy";
import { ICON_SIZE, icon } from "../../layouts/icon.ts";
import { type Drawn, shareImage } from "../../layouts/share-image.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { iconFile } from "../assets/icon-file.ts";
import { renditionFile } from "../assets/rendition-file.ts";
import { shareImageFile } from "../assets/share-image-file.ts";
import { Html } from "../markup/html.ts";
import { outputFile } from "../model/address.ts";
import type { CopiedFile, Document } from "../model/document.ts";
import type { Frame } from "../model/frame.ts";
import type { IconProps } from "../model/icon.ts";
import type { PageKind } from "../model/page.ts";
import type { PageProps, RenditionProps, TextProps } from "../model/page-props.ts";
import type { ShareImageProps } from "../model/share-image.ts";
import type { Site } from "../model/site.ts";
import type { StalePage } from "../model/stale-page.ts";
import { PAGES, RenderTask } from "./page-template.ts";
import { layoutOf, RENDERERS } from "./render-page.ts";
import { type Carrying, SourceTexts } from "./source-texts.ts";

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
  const sources = new SourceTexts(context.contentFolder);
  const tasks = pages.map((stale) => renderTask(stale, context, sources));
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
  switch (stale.page.kind) {
    case "rendition": {
      const props = parseStored<RenditionProps>(stale.props);
      return await renditionFile(props, folders);
    }
    case "icon":
    case "favicon": {
      const props = parseStored<IconProps>(stale.props);
      const name = stale.page.kind === "icon" ? stale.page.subject : "favicon.ico";
      return await iconFile(name, props, { drawing: icon(props), size: ICON_SIZE }, folders);
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
  sources = new SourceTexts(context.contentFolder),
): RenderTask | undefined {
  const render = RENDERERS[stale.page.kind as keyof typeof RENDERERS];
  if (render === undefined || copiedContent(stale, context) !== undefined) return undefined;
  const props = parseStored<PageProps[PageKind]>(stale.props);
  const frame = stale.isOpening ? context.openingFrame : context.frame;
  const text = textFor(props, frame.site, sources);
  if (text === undefined) return undefined;
  return new RenderTask(stale.page.address, layoutOf(stale.page, props), () => {
    const document: Html | Promise<Html> = render(frame, props as never, text() as never);
    return document instanceof Html ? document.toString() : document.then(String);
  });
}

/** What a page shows of files, to be asked when it is rendered; `undefined` if they are not those that were recorded. */
function textFor(
  props: PageProps[PageKind],
  site: Site,
  sources: SourceTexts,
): (() => string | ReadonlyMap<string, Html>) | undefined {
  if (isCarrying(props)) {
    return sources.hasTextsOf(props) ? () => sources.textsOf(props, site) : undefined;
  }
  const body = hasText(props) ? sources.body(props) : "";
  return body === undefined ? undefined : () => body;
}

/** Feeds, and what partners get. */
function isCarrying(props: object): props is Carrying {
  return "items" in props;
}

function hasText(props: PageProps[PageKind]): props is Extract<typeof props, TextProps> {
  return "links" in props;
}

/** Content by output file. Where there is nothing to render, Eleventy is not waited for. */
async function renderTasks(tasks: readonly RenderTask[]): Promise<Map<string, string>> {
  return tasks.length === 0 ? new Map() : await runEleventy(tasks);
}

/** Loads Eleventy and its configuration, which takes longer than to render a few pages. */
export async function prepareEleventy(): Promise<void> {
  await runEleventy([]);
}

interface Press {
  readonly eleventy: Eleventy;
  /** What the next run renders. */
  readonly tasks: RenderTask[];
}

/** Those that no run has now: to start one takes as long as to render a dozen pages, and each has one run at a time. */
const idle: Press[] = [];

async function runEleventy(tasks: readonly RenderTask[]): Promise<Map<string, string>> {
  const press = idle.pop() ?? (await startEleventy());
  press.tasks.splice(0, Infinity, ...tasks);
  const pages = await press.eleventy.toJSON();
  press.tasks.length = 0;
  idle.push(press);
  return new Map(
    pages.map(({ outputPath, content }) => [outputPath.slice("./_site/".length), content]),
  );
}

async function startEleventy(): Promise<Press> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  const tasks: RenderTask[] = [];
  const eleventy = new Eleventy("layouts", "_site", {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: (config) => config.addGlobalData(PAGES, () => tasks),
  });
  return { eleventy, tasks };
}
