import { registerHooks } from "node:module";

// Preloaded into a command by a test: at its end, standard output names the packages that were loaded.

const packages = new Set<string>();

registerHooks({
  load(url, context, nextLoad) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    if (name !== undefined) packages.add(name);
    return nextLoad(url, context);
  },
});

process.on("exit", () => process.stdout.write(JSON.stringify([...packages].sort())));
