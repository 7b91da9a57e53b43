import { archivePage } from "../../layouts/archive.ts";
import { correctionsPage } from "../../layouts/corrections.ts";
import { editorsPage } from "../../layouts/editors-page.ts";
import { frontPage } from "../../layouts/front.ts";
import { homePage } from "../../layouts/home.ts";
import { monthPage } from "../../layouts/month.ts";
import { notFoundPage } from "../../layouts/not-found.ts";
import { periodPage } from "../../layouts/period.ts";
import { redirectPage } from "../../layouts/redirect.ts";
import { storyPage } from "../../layouts/story.ts";
import { withdrawalPage } from "../../layouts/withdrawal.ts";
import { yearPage } from "../../layouts/year.ts";
import { type Html, trustedHtml } from "../markup/html.ts";
import { renderMarkdown } from "../markup/markdown.ts";
import type { Frame } from "../model/frame.ts";
import type { PageKind } from "../model/page.ts";
import type { PageProps, SourceProps } from "../model/page-props.ts";
import { href, type Site } from "../model/site.ts";

/** Kinds of pages that are rendered; the others are copied. */
export type RenderedKind = Exclude<PageKind, "picture" | "static" | "stray">;

type Renderers = {
  readonly [Kind in RenderedKind]: (frame: Frame, props: PageProps[Kind], body: string) => Html;
};

/** Which layout shows which kind of page. `body` is the Markdown of pages that have a source. */
export const RENDERERS: Renderers = {
  stylesheet: (_frame, { text }) => trustedHtml(text),
  story: (frame, props, body) => {
    if (props.shows === "withdrawal") return withdrawalPage({ frame, ...props });
    return storyPage({
      frame,
      ...props,
      body: bodyHtml(frame.site, props, body, props.story.dateline),
    });
  },
  "editors-page": (frame, props, body) =>
    editorsPage({ frame, ...props, body: bodyHtml(frame.site, props, body) }),
  redirect: (frame, props) => redirectPage({ frame, ...props }),
  front: (frame, props) =>
    props.shows === "corrections"
      ? correctionsPage({ frame, ...props })
      : frontPage({ frame, ...props }),
  period: renderPeriod,
  archive: (frame, props) => archivePage({ frame, ...props }),
  home: (frame, props) => homePage({ frame, ...props }),
  "not-found": (frame) => notFoundPage({ frame }),
};

function renderPeriod(frame: Frame, props: PageProps["period"]): Html {
  switch (props.shows) {
    case "period":
      return periodPage({ frame, ...props });
    case "month":
      return monthPage({ frame, ...props });
    case "year":
      return yearPage({ frame, ...props });
    case "corrections":
      return correctionsPage({ frame, ...props });
  }
}

function bodyHtml(site: Site, props: SourceProps, body: string, dateline?: string): Html {
  return renderMarkdown(body, {
    links: hrefs(site, props.links),
    pictures: hrefs(site, props.pictures),
    ...(dateline !== undefined && { dateline }),
  });
}

function hrefs(site: Site, addresses: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(addresses).map(([written, address]) => [written, href(site, address)]),
  );
}
