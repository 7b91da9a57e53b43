import { satteri } from "@astrojs/markdown-satteri";
import { defineConfig } from "astro/config";
import { headingIds } from "../shared/words.js";

/** What Astro keeps for the next build goes where each run has a folder of its own. */
export default defineConfig({
  site: "https://courier.example.org",
  publicDir: "../hugo/static",
  cacheDir: process.env.BENCH_CACHE,
  trailingSlash: "always",
  // Some pages are rendered while others are written.
  build: { concurrency: 4 },
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [headingsAndLinks] }) },
});

/** Headings have ids, and links to elsewhere say so: one plugin, as a second one would go through each text again. */
function headingsAndLinks() {
  const idOf = headingIds();
  return {
    name: "headings-and-links",
    element: [
      {
        filter: ["h2"],
        visit: (node, context) => context.setProperty(node, "id", idOf(context.textContent(node))),
      },
      {
        filter: ["a"],
        visit(node, context) {
          if (node.properties.href.startsWith("http")) context.setProperty(node, "rel", "external");
        },
      },
    ],
  };
}
