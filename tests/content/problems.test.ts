import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCases } from "./read-cases.ts";
import { problemsOf, report } from "./sample-context.ts";

const cases = readCases();

describe("An editor reads", () => {
  test.each(cases)("$title", ({ path, source, expected }) => {
    expect(report(problemsOf(path, source), source)).toBe(expected);
  });
});

test("every code of a problem has a case that shows what an editor reads", () => {
  const others = ["read-file.test.ts", "read-picture.test.ts"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  const shown = [...cases.map(({ expected }) => expected), ...others].join("\n");
  const missing = codesOf("../../src/content/").filter((code) => !hasCode(shown, code));
  expect(missing).toEqual([]);
});

function codesOf(folder: string): string[] {
  const url = new URL(folder, import.meta.url);
  const files = readdirSync(url).filter((name) => name.endsWith(".ts"));
  const sources = files.map((name) => readFileSync(new URL(name, url), "utf8"));
  const found = sources.join("\n").matchAll(/\bcode: "([a-z]+(?:-[a-z]+)+)"/g);
  return [...new Set(Array.from(found, ([, code]) => code as string))];
}

function hasCode(shown: string, code: string): boolean {
  return new RegExp(`(error|warning) ${code}$`, "m").test(shown);
}
