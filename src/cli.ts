import { setFlagsFromString } from "node:v8";
import { keepCompiled } from "./compile-cache.ts";

// Nearly all that a large build makes is garbage at once: V8 would let it grow to many times what is alive.
// In all builds, and before anything is loaded: with other flags V8 refuses what it has compiled.
setFlagsFromString("--heap-growing-percent=40");
keepCompiled();
await import("./commands.ts");
