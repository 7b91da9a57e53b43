import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "./archive.ts";
import type { Contender } from "./contender.ts";
import { datelineVersion } from "./dateline.ts";
import { buildCommand, measureBuild, PROJECT } from "./dateline-build.ts";

const PARTS = ["src", "layouts", "package.json", "package-lock.json", ".eleventy.ts"];

/** A build after a word on every page was changed: in a copy of the project, over the pages of the build before. */
export const newLayout: Contender = {
  name: "new-layout",
  version: datelineVersion,
  async prepare(archive) {
    const { project, command } = copyOf(archive);
    for (const part of PARTS) cpSync(join(PROJECT, part), join(project, part), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(project, "node_modules"));
    await measureBuild("", command);
  },
  async *measure(archive) {
    const { project, command } = copyOf(archive);
    const footer = join(project, "layouts/parts/page-footer.ts");
    const source = readFileSync(footer, "utf8");
    const changed = source.replace(/"Latest updates *"/, (name) => name.replace(/"$/, ' "'));
    if (changed === source) throw new Error(`There is no "Latest updates" in ${footer}.`);
    writeFileSync(footer, changed);
    yield await measureBuild("layout changed", command);
  },
};

function copyOf({ paper, scratch }: Archive) {
  const [project, output] = [join(scratch, "project"), join(scratch, "new-layout")];
  const folders = { content: join(paper, "content"), output, cache: `${output}.cache` };
  return { project, command: buildCommand(folders, project) };
}
