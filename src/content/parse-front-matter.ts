import matter from "gray-matter";
import { catchYamlFault, isYamlMap, loadYaml, type YamlMap } from "./parse-yaml.ts";
import { type Places, placesIn } from "./places.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import { isRefusal } from "./refusal.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

export interface FrontMatter {
  readonly values: YamlMap;
  readonly places: Places;
  readonly body: string;
  /** Line of the file on which `body` starts. */
  readonly bodyLine: number;
}

/** Values as YAML gives them, unchecked, and the text below them; or why the file can't be read at all. */
export function parseFrontMatter(source: string): FrontMatter | PlacedFinding {
  const split = splitFrontMatter(source);
  if (isRefusal(split)) return split;

  const root = catchYamlFault(source, () => ({ values: readValues(split.yaml) }));
  if (isRefusal(root)) return root;
  if (!isYamlMap(root.values)) return SHAPE;
  const places = placesIn(split.yaml, split.yamlLine);
  return { values: root.values, places, body: split.body, bodyLine: split.bodyLine };
}

const SHAPE: PlacedFinding = {
  line: 2,
  column: 1,
  length: 1,
  code: "front-matter-shape",
  message: "The front matter is not a list of keys with values.",
  hint: "Write one key a line: headline: …",
};

/** The closing delimiter has its line break with it: gray-matter else ends the block at `--- y` too. */
const MATTER_OPTIONS = {
  delimiters: ["---", "---\n"] as [string, string],
  engines: { yaml: { parse: (yaml: string) => loadYaml(yaml) as object } },
};

function readValues(yaml: string): unknown {
  return matter(`---\n${yaml}---\n`, MATTER_OPTIONS).data;
}
