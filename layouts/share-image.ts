import type { LocatorShapes } from "../src/maps/locator.ts";
import { typographic } from "../src/markup/typographic.ts";
import {
  SHARE_IMAGE_SIZE,
  type SharedStory,
  type ShareImageProps,
} from "../src/model/share-image.ts";

/** What is drawn: an element with its style, as the drawing program takes it. */
export interface Drawn {
  readonly type: string;
  readonly props: {
    readonly style?: Style;
    readonly children?: string | readonly (Drawn | string)[];
    readonly [attribute: string]: unknown;
  };
}

type Style = Readonly<Record<string, string | number>>;

// These colors and the faces are those of style.css.
const INK = "#1b1a17";
const SOFT = "#5c574d";
const PAPER = "#fdfbf6";
const SEA = "#eef0ea";
const LAND = "#d5ccb8";
const ACCENT = "#9e1b1b";

const DISPLAY = "Display, Display Rest, Display Ext, Display Cyrillic";
const SANS = "Sans, Sans Rest, Sans Ext, Sans Cyrillic";

/** The card of a story, or the paper's own. A change here takes another `SHARE_RECIPE`. */
export function shareImage({ paper, story }: ShareImageProps, map?: LocatorShapes): Drawn {
  return box(
    {
      ...SHARE_IMAGE_SIZE,
      flexDirection: "column",
      justifyContent: "space-between",
      // Its padding would come on top of its width.
      boxSizing: "border-box",
      padding: "56px 64px 48px",
      backgroundColor: PAPER,
      color: INK,
      borderTop: `14px solid ${ACCENT}`,
    },
    story === undefined ? [nameplate(paper)] : [storyPart(story, map), footer(paper)],
  );
}

function nameplate(paper: string): Drawn {
  const style = {
    flexGrow: 1,
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
  };
  return box(style, [
    text({ fontFamily: DISPLAY, fontSize: paper.length > 16 ? 96 : 144, fontWeight: 700 }, paper),
  ]);
}

function storyPart(story: SharedStory, map: LocatorShapes | undefined): Drawn {
  const { line, headline, dateline } = story;
  const shown = typographic(headline);
  return box({ flexGrow: 1, justifyContent: "space-between" }, [
    box({ flexDirection: "column", width: map === undefined ? 1072 : 690 }, [
      ...(line === undefined ? [] : [text({ ...SMALL, color: ACCENT }, typographic(line))]),
      text(
        {
          fontFamily: DISPLAY,
          fontWeight: 700,
          fontSize: sizeOf(shown, map !== undefined),
          lineHeight: 1.08,
          letterSpacing: "-0.01em",
          marginTop: 18,
          lineClamp: 5,
        },
        shown,
      ),
      ...(dateline === undefined
        ? []
        : [text({ ...SMALL, fontWeight: 400, color: SOFT, marginTop: 26 }, dateline)]),
    ]),
    ...(map === undefined ? [] : [drawnMap(map)]),
  ]);
}

const SMALL: Style = { fontFamily: SANS, fontSize: 30, fontWeight: 600, lineHeight: 1.2 };

function sizeOf({ length }: string, isNarrow: boolean): number {
  const size = length <= 45 ? 104 : length <= 75 ? 88 : length <= 110 ? 72 : 58;
  return isNarrow ? size * 0.75 : size;
}

/** The place is in the middle. */
function drawnMap({ land, borders }: LocatorShapes): Drawn {
  const shapes = [
    { type: "path", props: { fill: SEA, d: "M0 0h160v120H0z" } },
    { type: "path", props: { fill: LAND, d: land } },
    ...(borders === ""
      ? []
      : [
          { type: "path", props: { fill: "none", stroke: PAPER, "stroke-width": 0.7, d: borders } },
        ]),
    { type: "circle", props: { cx: 80, cy: 60, r: 3.5, fill: ACCENT, stroke: PAPER } },
  ];
  const svg = { width: 340, height: 255, viewBox: "0 0 160 120", children: shapes };
  return box({ alignSelf: "flex-start", marginTop: 8 }, [{ type: "svg", props: svg }]);
}

function footer(paper: string): Drawn {
  return box({ borderTop: `2px solid ${INK}`, paddingTop: 20 }, [
    text({ fontFamily: DISPLAY, fontSize: 40, fontWeight: 700 }, paper),
  ]);
}

function box(style: Style, children: readonly Drawn[]): Drawn {
  return { type: "div", props: { style: { display: "flex", ...style }, children } };
}

function text(style: Style, children: string): Drawn {
  return { type: "div", props: { style: { display: "block", ...style }, children } };
}
