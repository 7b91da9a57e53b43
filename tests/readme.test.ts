import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_FOLDER, paperFrom } from "./support/paper-from.ts";
import { runDateline } from "./support/run-dateline.ts";

function read(path: string): string {
  return readFileSync(join(PROJECT_FOLDER, path), "utf8");
}

const README = read("README.md");

describe("the README", () => {
  test("fits two screens", () => {
    expect(README.split("\n").length).toBeLessThanOrEqual(100);
    expect(README.indexOf("npm ci && npm start")).toBeLessThan(500);
    expect(README.indexOf("npm ci && npm test")).toBeLessThan(700);
  });

  test("has an example that check finds nothing wrong with", () => {
    const [, story = ""] = /```md\n(.*?)```/s.exec(README) ?? [];
    const paper = paperFrom(`-- stories/2001/07/storm.md --\n${story}`);
    paper.write("authors/rome-bureau.md", "---\nname: Rome Bureau\nkind: bureau\n---\n");
    const { code, stderr } = runDateline(paper.folder, ["check"]);
    expect(stderr).toBe("No problems.\n");
    expect(code).toBe(0);
  });

  test("names flags that the commands have", () => {
    const known = ["build", "record", "check", "check-output", "start"].flatMap((command) =>
      runDateline("/", [command, "--help"]).stdout.match(/--[a-z]+/g),
    );
    const flags = [...README.matchAll(/(?<=[` ])--[a-z]+/g)].map(([flag]) => flag);
    expect(new Set(flags).size).toBeGreaterThan(6);
    expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
  });
});

describe.each(["README.md", "CONTRIBUTING.md", "src/README.md"])("%s", (path) => {
  test("names commands that there are", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const commands = [...read(path).matchAll(/npm (?:run (?:--silent )?)?([\w:]*\w)/g)].map(
      ([, name]) => name as string,
    );
    const known = [...Object.keys(scripts), "ci", "and"];
    expect(commands.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("links to pages that there are", () => {
    const links = [...read(path).matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link as string);
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.filter((link) => !existsSync(join(PROJECT_FOLDER, path, "..", link)))).toEqual([]);
  });
});
