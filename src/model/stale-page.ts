import type { Json } from "./json.ts";
import type { Page, PageKind } from "./page.ts";
import type { PageProps } from "./page-props.ts";

/** A page and all that it shows, of the same kind. */
export type Shown = {
  readonly [Kind in PageKind]: {
    readonly page: Page & { readonly kind: Kind };
    readonly props: Json<PageProps[Kind]>;
  };
}[PageKind];

/** A page to be rendered. */
export type StalePage = Shown & {
  /** Empty where another version of it follows in the same build. */
  readonly fingerprint: string;
  /** New, and rendered before the pages that link to it. */
  readonly isOpening: boolean;
};

export function shown<Kind extends PageKind>(
  kind: Kind,
  page: Omit<Page, "kind">,
  props: Json<PageProps[Kind]>,
): Shown {
  return { page: { ...page, kind }, props } as Shown;
}
