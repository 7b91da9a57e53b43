import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything else is loaded: half of the time of a build with nothing to do would go into compiling what is compiled already.
const compileCache = join(import.meta.dirname, "../node_modules/.cache/dateline");
enableCompileCache(compileCache);
// Workers know of it by their environment alone.
process.env.NODE_COMPILE_CACHE = compileCache;
await import("./commands.ts");
