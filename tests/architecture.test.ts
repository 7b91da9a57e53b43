import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { init, parse } from "es-module-lexer";
import { describe, expect, test } from "vitest";
import { PROJECT_FOLDER } from "./support/paper-from.ts";

await init();

interface CodeFile {
  /** From the project's root. */
  readonly path: string;
  /** Folder of the table that it belongs to; "shell" for the files at the root of src/ and Eleventy's configuration. */
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const FILES: readonly CodeFile[] = [
  ".eleventy.ts",
  ...globSync("{src,layouts}/**/*.ts", { cwd: PROJECT_FOLDER }),
].map((path) => {
  const text = readFileSync(join(PROJECT_FOLDER, path), "utf8");
  return { path, folder: folderOf(path), text, imports: importsOf(text) };
});

function folderOf(path: string): string {
  const [top, second, ...rest] = path.split("/");
  if (top === "layouts") return "layouts";
  return rest.length === 0 ? "shell" : (second as string);
}

function importsOf(text: string): string[] {
  return parse(text)[0].flatMap((statement) => {
    if (statement.type === "import-meta") return [];
    return statement.specifier === undefined ? ["a computed name"] : [statement.specifier];
  });
}

/** Folder to what it may import, as src/README.md says. */
const ARROWS = new Map(
  [...readme().matchAll(/^\| `([a-z]+)\/` \|[^|]*\| ([^|]*) \|/gm)].map(([, folder, imports]) => [
    folder as string,
    (imports as string).split(", ").filter((name) => name !== "nothing"),
  ]),
);

function readme(): string {
  return readFileSync(join(PROJECT_FOLDER, "src/README.md"), "utf8");
}

/** Files, beside those that are excepted, in whose code a pattern occurs. */
function filesWith(pattern: RegExp, isExcepted: (file: CodeFile) => boolean): string[] {
  return FILES.filter((file) => !isExcepted(file) && pattern.test(withoutComments(file.text))).map(
    ({ path }) => path,
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

const PURE = ["model", "markup", "maps", "plan", "layouts"];
const isShellOf =
  (...paths: string[]) =>
  (file: CodeFile) =>
    paths.includes(file.path);

describe("the map in src/README.md", () => {
  test("has every folder of src/ and no other", () => {
    const folders = readdirSync(join(PROJECT_FOLDER, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...ARROWS.keys()].sort()).toEqual([...folders, "layouts"].sort());
  });

  test("names only files and functions that are there", () => {
    const names = [...readme().matchAll(/`([^`\s]+)`/g)].map(([, name]) => name as string);
    const paths = names.filter((name) => /\/$|\.(ts|json|yaml)$/.test(name));
    expect(paths.filter((path) => !["", "src"].some((root) => isThere(join(root, path))))).toEqual(
      [],
    );
    const words = names.filter((name) => /^[A-Z]\w+$|^[a-z]+[A-Z]\w*$/.test(name));
    expect(words.length).toBeGreaterThan(20);
    const code = FILES.map(({ text }) => text).join("\n");
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(code))).toEqual([]);
  });

  function isThere(path: string): boolean {
    return existsSync(join(PROJECT_FOLDER, path));
  }
});

describe("every import follows the arrows", () => {
  test.each([...ARROWS])("%s imports no more than %j", (folder, allowed) => {
    const wrong = FILES.filter((file) => file.folder === folder).flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith("."))
        .map((name) => normalize(join(dirname(path), name)))
        .filter((target) => ![folder, ...allowed].includes(folderOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(PURE)("%s needs nothing of the machine", (folder) => {
    const wrong = FILES.filter((file) => file.folder === folder).filter(({ imports }) =>
      imports.some((name) => name.startsWith("node:")),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("Eleventy is known to render/ and its configuration alone, its dev server to the shell, its Image to assets/", () => {
    const wrong = FILES.filter(({ folder, path, imports }) =>
      imports.some((name) => {
        if (name.startsWith("@11ty/eleventy-dev-server")) return folder !== "shell";
        if (name.startsWith("@11ty/eleventy-img")) return folder !== "assets";
        return name.startsWith("@11ty/") && folder !== "render" && path !== ".eleventy.ts";
      }),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("now, the environment and the locale enter at the top", () => {
  const isAsked = isShellOf("src/commands.ts", ".eleventy.ts");
  // What runs at the reader's shows the reader's now.
  const isTop = (file: CodeFile) => isAsked(file) || file.folder === "browser";

  test.each([
    ["the environment", /\bprocess\.env\b/],
    ["the clock", /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/],
    [
      "the machine's locale or zone",
      /\.toLocale\w*\(|\bIntl\.\w+\((?:undefined|\))|\.localeCompare\(/,
    ],
  ])("%s", (_title, pattern) => {
    expect(filesWith(pattern, isTop)).toEqual([]);
  });

  test("what decides and what readers see has no effects", () => {
    const effects =
      /\b(process|console|fetch|performance|setTimeout|setInterval|Math\.random|crypto)\b\.?[\w.]*\(/;
    expect(filesWith(effects, ({ folder }) => !PURE.includes(folder))).toEqual([]);
  });
});

describe("every file", () => {
  const FORBIDDEN =
    /\b(index|utils?|helpers?|common|lib|core|types|constants|manager|service|handler)\b/;

  test("has a name that says what is in it", () => {
    const names = FILES.map(({ path }) => path).filter((path) => FORBIDDEN.test(basename(path)));
    expect(names).toEqual([]);
    expect([...ARROWS.keys()].filter((folder) => FORBIDDEN.test(folder))).toEqual([]);
  });

  test("can be read in one go", () => {
    const long = FILES.filter(({ text }) => text.split("\n").length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("exports by name", () => {
    const isAsked = isShellOf(".eleventy.ts");
    const isDeclaration = ({ path }: CodeFile) => path.endsWith(".d.ts");
    expect(filesWith(/^export default/m, (file) => isAsked(file) || isDeclaration(file))).toEqual(
      [],
    );
  });
});
