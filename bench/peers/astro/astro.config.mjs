import { defineConfig } from "astro/config";

/** What Astro keeps for the next build goes where each run has a folder of its own. */
export default defineConfig({
  site: "https://courier.example.org",
  publicDir: "../hugo/static",
  cacheDir: process.env.BENCH_CACHE,
  trailingSlash: "always",
  markdown: { syntaxHighlight: false },
});
