import type { IconProps } from "../src/model/icon.ts";
import type { Drawn } from "./share-image.ts";

// These colors and the face are those of style.css.
export const PAPER = "#fdfbf6";
const ACCENT = "#9e1b1b";

/** In which it is drawn; it is made smaller, not drawn anew. */
export const ICON_SIZE = { width: 512, height: 512 } as const;

/** The paper's mark: its initial, or a column of lines, in the part that is left when it is cut to a circle. */
export function icon({ initial }: IconProps): Drawn {
  const square = {
    ...ICON_SIZE,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: ACCENT,
    color: PAPER,
  };
  return {
    type: "div",
    props: { style: square, children: initial === "" ? LINES : [letter(initial)] },
  };
}

function letter(initial: string): Drawn {
  const fontFamily = "Display, Display Rest, Display Ext, Display Cyrillic";
  const style = { display: "block", fontFamily, fontWeight: 700, fontSize: 340, lineHeight: 1 };
  return { type: "div", props: { style, children: initial } };
}

const LINES: readonly Drawn[] = [240, 240, 240, 150].map((width) => ({
  type: "div",
  props: { style: { width, height: 28, margin: 14, backgroundColor: PAPER } },
}));
