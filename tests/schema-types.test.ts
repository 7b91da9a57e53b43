import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PROJECT_FOLDER } from "./support/paper-from.ts";
import { SAMPLE_PAGES } from "./support/sample-pages.ts";
import { useSamplePaper } from "./support/sample-paper.ts";
import { type Facts, toldPage } from "./support/told-page.ts";
import { TOLD_STORIES } from "./support/told-story.ts";

const sample = useSamplePaper();
const SCHEMA = createRequire(import.meta.url).resolve("schema-dts/package.json");

/** What the type checker has against facts, as typed by the schema. */
function faultsOf(facts: readonly Facts[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const values = facts.map(
    (fact, index) =>
      `export const fact${index}: Schema.WithContext<Schema.${fact["@type"]}> = ${JSON.stringify(fact)};\n`,
  );
  const file = join(folder, "facts.ts");
  writeFileSync(file, `import type * as Schema from "schema-dts";\n${values.join("")}`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: "nodenext",
    types: [],
    paths: { "schema-dts": [join(SCHEMA, "../dist/schema.d.ts")] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const tsc = join(PROJECT_FOLDER, "node_modules/.bin/tsc");
  const { stdout } = spawnSync(tsc, ["-p", folder], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}

test("C2.1 every type and property in JSON-LD is schema.org's, with a value that it may have", () => {
  const addresses = [...SAMPLE_PAGES, ...TOLD_STORIES.map((name) => `/${name}/`)];
  const facts = addresses.flatMap((address) => toldPage(sample(), address).facts);
  expect(facts.length).toBeGreaterThan(20);
  expect(faultsOf(facts)).toEqual([]);
  const types = ["NewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "ProfilePage"];
  expect(facts.map((fact) => fact["@type"])).toEqual(expect.arrayContaining(types));

  const context = { "@context": "https://schema.org" };
  expect(faultsOf([{ ...context, "@type": "NewsArticle", byline: "Ann" }])).toHaveLength(1);
}, 60_000);
