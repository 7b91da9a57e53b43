import type { ScriptName } from "./page.ts";
import type { Site } from "./site.ts";

/** What every page carries, whatever it shows. */
export interface Frame {
  readonly site: Site;
  /** Address of the stylesheet, named by its content. */
  readonly stylesheet: string;
  /** Addresses of the scripts, likewise. */
  readonly scripts: Readonly<Record<ScriptName, string>>;
}
