import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { filesOf } from "./support/paper-from.ts";
import { useSamplePaper } from "./support/sample-paper.ts";

const sample = useSamplePaper();

/** Style is the formatter's matter. */
const RULES = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "attr-quotes": "off",
    "doctype-style": "off",
    "element-required-attributes": "error",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    // A table without column names has no name, and so is no section.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    "require-sri": "off",
    "void-style": "off",
  },
});

function pages(kinds = /\.html$/): [string, string][] {
  return [...filesOf(sample())]
    .filter(([file]) => kinds.test(file))
    .map(([file, text]) => [file, Buffer.from(text, "latin1").toString()]);
}

test("C1.1 B4 every page of the sample paper is valid for html-validate", async () => {
  const found = await Promise.all(
    pages().map(async ([file, text]) => {
      const { results } = await RULES.validateString(text, file);
      return results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId} ${message}`),
      );
    }),
  );
  expect(found.flat()).toEqual([]);
}, 60_000);

const hasJava = spawnSync("java", ["-version"]).status === 0;

test.runIf(hasJava)(
  "C1.1 B4 every page of the sample paper is valid for the Nu Html Checker",
  () => {
    const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
    const { stderr } = spawnSync("java", [
      "-jar",
      jar,
      "--skip-non-html",
      "--errors-only",
      "--format",
      "text",
      sample(),
    ]);
    expect(stderr.toString().trim()).toBe("Document checking completed. No errors found.");
  },
  120_000,
);

test("every fragment of a link is on the page that it leads to", () => {
  const texts = new Map(pages(/\.(html|svg)$/));
  const broken = pages().flatMap(([file, text]) =>
    Array.from(text.matchAll(/ href="([^"#]*)#([^"]+)"/g), ([, path = "", fragment = ""]) => {
      const target = path === "" ? file : path.slice(1).replace(/(^|\/)$/, "$1index.html");
      const isThere = texts.get(target)?.includes(` id="${decodeURIComponent(fragment)}"`);
      return isThere === true ? "" : `${file}: ${path}#${fragment}`;
    }).filter((link) => link !== "" && !link.includes("://")),
  );
  expect(broken).toEqual([]);
});
