import { outputFile } from "../model/address.ts";
import type { Rendering } from "../model/document.ts";

/** A page as Eleventy's template is handed it: a class, so that Eleventy's data cascade leaves it alone. */
export class RenderTask {
  readonly address: string;
  readonly #layout: string;
  readonly #render: () => string | Promise<string>;
  #seconds = 0;

  constructor(address: string, layout: string, render: () => string | Promise<string>) {
    this.address = address;
    this.#layout = layout;
    this.#render = render;
  }

  render(): string | Promise<string> {
    const start = performance.now();
    const text = this.#render();
    this.#seconds += (performance.now() - start) / 1000;
    return text;
  }

  get rendering(): Rendering {
    return { layout: this.#layout, seconds: this.#seconds };
  }
}

/** Name of the global data that holds the pages of a run. */
export const PAGES = "pages";

/** The one template: Eleventy paginates it over the pages of a run, and every page is its own render. */
export const PAGE_TEMPLATE = {
  data: {
    pagination: { data: PAGES, size: 1, alias: "task" },
    eleventyExcludeFromCollections: true,
    permalink: ({ task }: { task: RenderTask }) => outputFile(task.address),
  },
  render: ({ task }: { task: RenderTask }) => task.render(),
};
