import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { picturesIn } from "./support/build-sample.ts";
import { filesOf, PROJECT_FOLDER } from "./support/paper-from.ts";
import { EDITORS_ENVIRONMENT, runDateline } from "./support/run-dateline.ts";

test("Eleventy by itself makes of the sample paper, byte for byte, what readers get", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [plain, built] = [join(folder, "plain"), join(folder, "built")];
  const eleventy = join(PROJECT_FOLDER, "node_modules/@11ty/eleventy/cmd.cjs");
  execFileSync(
    process.execPath,
    [eleventy, "--config=.eleventy.ts", `--output=${plain}`, "--quiet"],
    { cwd: PROJECT_FOLDER, env: EDITORS_ENVIRONMENT, stdio: "pipe" },
  );
  const [cache, drawn] = [join(folder, "cache"), picturesIn(inject("sample"))];
  if (existsSync(drawn)) cpSync(drawn, join(cache, "pictures"), { recursive: true });
  runDateline(PROJECT_FOLDER, ["build", "--output", built, "--cache", cache]);

  const files = filesOf(built);
  const kinds = new Set([...files.keys()].map((path) => path.split(".").at(-1)));
  expect([...kinds]).toEqual(expect.arrayContaining(["css", "html", "svg"]));
  expect(filesOf(plain)).toEqual(files);
}, 240_000);
