import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What a page has around the text of its story, as all the layouts here print it.
const FRAME_BYTES = 2500;

/** What no generator can do without: reads each story and writes as many bytes as its page has into a folder of its own. */
const [content, output] = process.argv.slice(2) as [string, string];
for (const path of globSync("stories/*/*/*.md", { cwd: content })) {
  const source = readFileSync(join(content, path));
  const folder = join(output, path.slice("stories/".length, -".md".length));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    Buffer.concat([source, Buffer.alloc(FRAME_BYTES, " ")]),
  );
}
