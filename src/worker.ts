import { keepCompiled } from "./compile-cache.ts";

keepCompiled();
export const { makePages, readFiles } = await import("./work.ts");
