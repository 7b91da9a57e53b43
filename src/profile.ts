import type { PageKind } from "./model/page.ts";
import type { StagedPage } from "./publish/stage-document.ts";

/** Where the time of rendering goes. */
export interface ProfileFigures {
  /** Of each layout for each kind of page, the most expensive first. */
  readonly layouts: readonly LayoutFigures[];
  readonly slowest: readonly SlowPage[];
}

export interface LayoutFigures {
  readonly kind: PageKind;
  readonly layout: string;
  readonly pages: number;
  /** In the layout and the Markdown of the texts; of all threads together. */
  readonly seconds: number;
}

export interface SlowPage {
  readonly address: string;
  readonly seconds: number;
}

const SLOWEST = 10;

/** Sums up how long pages took to render. */
export class Profile {
  readonly #layouts = new Map<string, LayoutFigures>();
  #slowest: SlowPage[] = [];

  /** A file that was copied, or a page that came from a part, took nothing. */
  add({ page: { kind, address }, rendering }: StagedPage): void {
    if (rendering === undefined) return;
    const { layout, seconds } = rendering;
    const sum = this.#layouts.get(`${kind} ${layout}`) ?? { kind, layout, pages: 0, seconds: 0 };
    const { pages } = sum;
    this.#layouts.set(`${kind} ${layout}`, {
      ...sum,
      pages: pages + 1,
      seconds: sum.seconds + seconds,
    });
    if (this.#slowest.length === SLOWEST && seconds <= Number(this.#slowest.at(-1)?.seconds))
      return;
    this.#slowest = [...this.#slowest, { address, seconds }].sort(bySeconds).slice(0, SLOWEST);
  }

  get figures(): ProfileFigures {
    return { layouts: [...this.#layouts.values()].sort(bySeconds), slowest: this.#slowest };
  }
}

function bySeconds(a: { readonly seconds: number }, b: { readonly seconds: number }): number {
  return b.seconds - a.seconds;
}
