import type { UserConfig } from "@11ty/eleventy";
import { PAGE_TEMPLATE, PAGES } from "./src/render/page-template.ts";

/**
 * Eleventy's side of Dateline. `dateline build` hands it a batch of stale pages as global data; run
 * by itself (`npx eleventy --config=.eleventy.ts`) it is given every page of the paper.
 */
export default async function dateline(eleventy: UserConfig) {
  if (eleventy.globalData[PAGES] === undefined) {
    const { wholePaper } = await import("./src/whole-paper.ts");
    const { tasks, copies } = await wholePaper(import.meta.dirname, Date.now());
    eleventy.addGlobalData(PAGES, () => tasks);
    eleventy.addPassthroughCopy(copies);
  }
  eleventy.addTemplate("pages.11ty.js", PAGE_TEMPLATE);
  return { dir: { input: "layouts", output: "_site" }, templateFormats: ["11ty.js"] };
}
