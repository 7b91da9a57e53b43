import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import matter from "gray-matter";
import { parse } from "yaml";
import { archivePage, correctionsPage, frontPage, homePage, latestPage, monthPage, notFoundPage, periodPage, yearPage } from "./includes/lists.js";
import { collectLists } from "../shared/collect-lists.js";
import { headingIds } from "../shared/words.js";

/** Runs in the folder of an archive, which has the stories in `content/`. */
export default function (config) {
  config.setUseGitIgnore(false);
  config.ignores.add("content/authors/**");
  config.amendLibrary("md", (markdown) => markdown.set({ html: false, typographer: true }).use(headingsAndLinks));

  config.addPassthroughCopy({ [relative(".", join(import.meta.dirname, "../hugo/static"))]: "/" });

  const site = parse(readFileSync("content/site.yaml", "utf8"));
  const authors = readAuthors();
  config.addGlobalData("site", site);
  config.addGlobalData("authors", authors);
  config.addGlobalData("layout", "story.11ty.js");
  config.addGlobalData("permalink", () => ({ page }) => `/${page.filePathStem.slice("/stories/".length)}/`);

  let lists;
  const collected = (api) => (lists ??= collectLists(api.getAll(), site, authors));
  config.on("eleventy.before", () => (lists = undefined));
  for (const kind of ["listings", "newest", "rail", "strips", "years", "fronts", "periods", "monthPages", "yearPages"]) {
    config.addCollection(kind, (api) => collected(api)[kind]);
  }

  const alone = (address, render) => config.addTemplate(`${render.name}.11ty.js`, render, { ...LIST, permalink: address });
  alone("/", homePage);
  alone("/latest/", latestPage);
  alone("/archive/", archivePage);
  alone("/corrections/", correctionsPage);
  alone("/404.html", notFoundPage);

  const many = (kind, render) =>
    config.addTemplate(`${render.name}.11ty.js`, render, {
      ...LIST,
      pagination: { data: `collections.${kind}`, size: 1, alias: "list" },
      permalink: ({ list }) => list.address,
    });
  many("fronts", frontPage);
  many("periods", periodPage);
  many("monthPages", monthPage);
  many("yearPages", yearPage);

  return {
    dir: { input: "content", includes: relative("content", join(import.meta.dirname, "includes")) },
    markdownTemplateEngine: false,
  };
}

const LIST = { layout: null, eleventyExcludeFromCollections: true };

/** Headings have ids, and links to elsewhere say so. */
function headingsAndLinks(markdown) {
  markdown.core.ruler.push("heading-ids", ({ tokens }) => {
    const idOf = headingIds();
    for (const [index, token] of tokens.entries()) {
      if (token.type === "heading_open") token.attrSet("id", idOf(tokens[index + 1].content));
    }
  });
  markdown.renderer.rules.link_open = (tokens, index, options, env, renderer) => {
    if (tokens[index].attrGet("href").startsWith("http")) tokens[index].attrSet("rel", "external");
    return renderer.renderToken(tokens, index, options);
  };
}

function readAuthors() {
  return Object.fromEntries(
    readdirSync("content/authors").map((file) => {
      const { data, content } = matter(readFileSync(`content/authors/${file}`, "utf8"));
      return [file.slice(0, -".md".length), { ...data, note: content.trim() }];
    }),
  );
}
