import type { ShareImage } from "./share-image.ts";
import type { Site } from "./site.ts";

/** What every page carries, whatever it shows. */
export interface Frame {
  readonly site: Site;
  /** Addresses of the stylesheet (`style.css`), scripts and typefaces, by name. */
  readonly assets: Readonly<Record<string, string>>;
  /** The paper's own, for pages that have none. */
  readonly shareImage?: ShareImage;
}

/** What a layout is given: the frame that every page carries, and what this kind of page shows. */
export type Framed<Props> = Props & { readonly frame: Frame };
