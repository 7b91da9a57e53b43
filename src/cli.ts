import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything else is loaded: half of the time of a build with nothing to do would go into compiling what is compiled already.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/dateline"));
await import("./commands.ts");
