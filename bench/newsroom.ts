import { FIRST_NAMES, LAST_NAMES, PLACES, SECTIONS, THEMES } from "./vocabulary.ts";

/** The paper's zone: stories carry its offset. */
export const ZONE = "America/New_York";
export const LAST_DAY = "2026-06-30";
/** When the paper of an archive is published, whatever day it is. */
export const NOW = "2026-07-01T12:00:00Z";

export interface Writer {
  readonly key: string;
  readonly name: string;
  readonly kind: "person" | "bureau";
}

const BUREAUS = 20;
const PERSONS = 180;

/** 200 authors. */
export const WRITERS: readonly Writer[] = [
  ...PLACES.slice(0, BUREAUS).map(([, name]) => writer(`${name} bureau`, "bureau")),
  ...Array.from({ length: PERSONS }, (_, index) => writer(personName(index), "person")),
];

/** About 600 topics, the broad ones first. */
export const TOPICS: readonly string[] = [
  ...THEMES.map((theme) => theme.charAt(0).toUpperCase() + theme.slice(1)),
  ...PLACES.map(([, name]) => name),
  ...THEMES.flatMap((theme) => PLACES.map(([, name]) => `${name} ${theme}`)),
];

export const SITE_YAML = `name: The Bench Courier
tagline: News at any length
url: https://courier.example.org
language: en
zone: ${ZONE}
feeds: none
sections:
${SECTIONS.map(([key, name]) => `  ${key}:\n    name: ${name}\n    description: ${name} from all bureaus`).join("\n")}
`;

export function authorFile({ name, kind }: Writer): string {
  return `---\nname: ${name}\nkind: ${kind}\n---\n\n${name} reports for the Courier.\n`;
}

/** For addresses: `São Paulo bureau` is `sao-paulo-bureau`. */
export function keyOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f']/g, "");
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function writer(name: string, kind: Writer["kind"]): Writer {
  return { key: keyOf(name), name, kind };
}

/** The last name moves on by one each time the first names are through, so that no name comes twice. */
function personName(index: number): string {
  const round = Math.floor(index / FIRST_NAMES.length);
  const last = LAST_NAMES[(index + round) % LAST_NAMES.length] as string;
  return `${FIRST_NAMES[index % FIRST_NAMES.length]} ${last}`;
}
