import { keepCompiled } from "./compile-cache.ts";

keepCompiled();
export const { makePages, readFiles, renderForPart } = await import("./work.ts");
