import { subscribe } from "node:diagnostics_channel";
import { registerHooks } from "node:module";

// Preloaded into a command by a test: at its end, standard output tells what was loaded, and what of src/ before
// another program was first started.

const packages = new Set<string>();
const files: string[] = [];
let loadedBeforeGit: readonly string[] = [];

registerHooks({
  load(url, context, nextLoad) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    if (name !== undefined) packages.add(name);
    else if (url.includes("/src/")) files.push(url.replace(/.*\/src\//, "src/"));
    return nextLoad(url, context);
  },
});

subscribe("child_process", () => {
  if (loadedBeforeGit.length === 0) loadedBeforeGit = [...files];
});

process.on("exit", () =>
  process.stdout.write(JSON.stringify({ packages: [...packages].sort(), loadedBeforeGit })),
);
