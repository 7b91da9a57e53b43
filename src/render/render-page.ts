import { archiveDocument } from "../../layouts/archive.ts";
import { atomDocument } from "../../layouts/atom.ts";
import { correctionsDocument } from "../../layouts/corrections.ts";
import { editorsPageDocument } from "../../layouts/editors-page.ts";
import { frontDocument } from "../../layouts/front.ts";
import { homeDocument } from "../../layouts/home.ts";
import { hostHeadersDocument } from "../../layouts/host-headers.ts";
import { hostRedirectsDocument } from "../../layouts/host-redirects.ts";
import { jsonFeedDocument } from "../../layouts/json-feed.ts";
import { latestDocument } from "../../layouts/latest.ts";
import { liveFileDocument } from "../../layouts/live.ts";
import { liveBlogDocument } from "../../layouts/live-blog.ts";
import { liveDayDocument } from "../../layouts/live-day.ts";
import { manifestDocument } from "../../layouts/manifest.ts";
import { mapDocument } from "../../layouts/map.ts";
import { monthDocument } from "../../layouts/month.ts";
import { newsSitemapDocument } from "../../layouts/news-sitemap.ts";
import { nginxMapDocument } from "../../layouts/nginx-map.ts";
import { nginxServerDocument } from "../../layouts/nginx-server.ts";
import { ninjsDocument } from "../../layouts/ninjs.ts";
import { notFoundDocument } from "../../layouts/not-found.ts";
import { periodDocument } from "../../layouts/period.ts";
import { redirectDocument } from "../../layouts/redirect.ts";
import { robotsDocument } from "../../layouts/robots.ts";
import { rssDocument } from "../../layouts/rss.ts";
import { searchDocument } from "../../layouts/search.ts";
import { securityDocument } from "../../layouts/security.ts";
import { sitemapDocument } from "../../layouts/sitemap.ts";
import { sitemapsDocument } from "../../layouts/sitemaps.ts";
import { storyDocument } from "../../layouts/story.ts";
import { withdrawalDocument } from "../../layouts/withdrawal.ts";
import { yearDocument } from "../../layouts/year.ts";
import { type Html, trustedHtml } from "../markup/html.ts";
import type { Frame } from "../model/frame.ts";
import type { Page, PageKind } from "../model/page.ts";
import type { PageProps } from "../model/page-props.ts";
import { bodyHtml } from "./body-html.ts";
import { introTexts, postTexts } from "./live-texts.ts";

/** Kinds of pages that are rendered; the others are copied or made. */
export type RenderedKind = Exclude<
  PageKind,
  "icon" | "favicon" | "picture" | "rendition" | "static" | "share-image" | "stray"
>;

type Renderers = {
  readonly [Kind in RenderedKind]: (
    frame: Frame,
    props: Kind extends "asset" ? { readonly text: string } : PageProps[Kind],
    text: Kind extends "feed" | "ninjs" ? ReadonlyMap<string, Html> : string,
  ) => Kind extends "map" ? Promise<Html> : Html;
};

/**
 * Which layout shows which kind of page. `text` is the Markdown of pages that have a source; of feeds and what
 * partners get, the texts of their stories.
 */
export const RENDERERS: Renderers = {
  asset: (_frame, { text }) => trustedHtml(text),
  story: renderStory,
  "live-day": (frame, props, body) =>
    liveDayDocument({ frame, ...props, posts: postTexts(frame.site, props, body) }),
  "editors-page": (frame, props, body) =>
    editorsPageDocument({ frame, ...props, body: bodyHtml(frame.site, props, body) }),
  map: async (frame, { place }) => {
    // The world is loaded when there is a map to draw: most builds need none.
    const { drawLocator } = await import("../maps/locator.ts");
    return mapDocument({ frame, place, shapes: drawLocator(place) });
  },
  redirect: (frame, props) => redirectDocument({ frame, ...props }),
  front: (frame, props) =>
    props.shows === "corrections"
      ? correctionsDocument({ frame, ...props })
      : frontDocument({ frame, ...props }),
  period: renderPeriod,
  archive: (frame, props) => archiveDocument({ frame, ...props }),
  search: (frame, props) => searchDocument({ frame, ...props }),
  home: (frame, props) => homeDocument({ frame, ...props }),
  feed: renderFeed,
  live: (frame, props) => liveFileDocument({ frame, ...props }),
  latest: (frame, props) => latestDocument({ frame, ...props }),
  "service-worker": (_frame, { text }) => trustedHtml(text),
  "not-found": (frame) => notFoundDocument({ frame }),
  "server-file": renderServerFile,
  manifest: manifestDocument,
  ninjs: (frame, props, texts) => ninjsDocument({ frame, ...props, texts }),
  sitemap: (frame, props) =>
    props.shows === "sitemap"
      ? sitemapDocument({ frame, ...props })
      : sitemapsDocument({ frame, ...props }),
  "news-sitemap": (frame, props) => newsSitemapDocument({ frame, ...props }),
  robots: robotsDocument,
  security: securityDocument,
};

/** Whether a page comes out of a layout. */
export function isRendered({ kind }: Page): boolean {
  return kind in RENDERERS;
}

function sourceOfAsset(name: string): string {
  return name.endsWith(".js") ? `src/browser/${name.replace(/js$/, "ts")}` : `layouts/${name}`;
}

/** The file that makes a page, beside its parts: it is named after what the page shows. */
export function layoutOf({ kind, subject }: Page, props: PageProps[PageKind]): string {
  if (kind === "service-worker") return "src/browser/worker/notify.ts";
  if (kind === "asset") return sourceOfAsset(subject);
  return `layouts/${"shows" in props ? props.shows : kind}.ts`;
}

function renderStory(frame: Frame, props: PageProps["story"], body: string): Html {
  const { site } = frame;
  switch (props.shows) {
    case "withdrawal":
      return withdrawalDocument({ frame, ...props });
    case "live-blog": {
      const texts = {
        ...introTexts(site, props, body, props.story.dateline),
        posts: postTexts(site, props, body),
      };
      return liveBlogDocument({ frame, ...props, ...texts });
    }
    case "story":
      return storyDocument({
        frame,
        ...props,
        body: bodyHtml(site, props, body, props.story.dateline),
      });
  }
}

function renderFeed(
  frame: Frame,
  props: PageProps["feed"],
  texts: ReadonlyMap<string, Html>,
): Html {
  switch (props.shows) {
    case "rss":
      return rssDocument({ frame, ...props, texts });
    case "atom":
      return atomDocument({ frame, ...props, texts });
    case "json-feed":
      return jsonFeedDocument({ frame, ...props, texts });
  }
}

function renderPeriod(frame: Frame, props: PageProps["period"]): Html {
  switch (props.shows) {
    case "period":
      return periodDocument({ frame, ...props });
    case "month":
      return monthDocument({ frame, ...props });
    case "year":
      return yearDocument({ frame, ...props });
    case "corrections":
      return correctionsDocument({ frame, ...props });
  }
}

function renderServerFile(frame: Frame, props: PageProps["server-file"]): Html {
  switch (props.shows) {
    case "host-headers":
      return hostHeadersDocument({ frame });
    case "host-redirects":
      return hostRedirectsDocument({ frame, ...props });
    case "nginx-map":
      return nginxMapDocument({ frame, ...props });
    case "nginx-server":
      return nginxServerDocument({ frame });
  }
}
