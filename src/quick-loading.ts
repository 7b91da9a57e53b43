import { existsSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";

/**
 * Has modules that are imported from now on found at once and compiled once and for all: to find and compile them would
 * take most of the time of a build with little to do. To be called in each thread.
 */
export function loadQuickly(): void {
  enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/dateline"));
  registerHooks({ resolve: resolveOwn });
}

type Resolve = NonNullable<Parameters<typeof registerHooks>[0]["resolve"]>;

/** Our modules name each other by their files: Node need not look for links, packages and formats. */
const resolveOwn: Resolve = (specifier, context, next) => {
  if (!/^\.\.?\/.*\.ts$/.test(specifier)) return next(specifier, context);
  const url = new URL(specifier, context.parentURL);
  // Node says best what is missing, and who asked for it.
  if (!existsSync(url)) return next(specifier, context);
  return { url: url.href, format: "module-typescript", shortCircuit: true };
};
