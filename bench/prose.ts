import type { Random } from "./random.ts";
import {
  ACTORS,
  ACTS,
  FIRST_NAMES,
  JOINS,
  LAST_NAMES,
  MATTERS,
  PLACES,
  QUOTES,
  TAILS,
} from "./vocabulary.ts";

/** Paragraphs that read like agency copy, in Markdown. `earlier` is the address of a story to link to. */
export function body(random: Random, earlier: string | undefined): string {
  // The product of two draws has the long tail of real lengths: many briefs, few long reads.
  const paragraphs = 3 + Math.floor(random.next() * random.next() * 44);
  const blocks: string[] = [];
  for (let count = 1; count <= paragraphs; count++) {
    if (count % 9 === 0 && paragraphs > 18) blocks.push(`## ${capitalize(random.pick(MATTERS))}`);
    blocks.push(random.chance(0.22) ? quote(random) : paragraph(random));
  }
  if (earlier !== undefined && random.chance(0.25)) {
    blocks.push(`It follows [an earlier decision](${earlier}) on ${random.pick(MATTERS)}.`);
  }
  if (random.chance(0.3)) {
    blocks.push(`The [full text](https://records.example.org/${random.below(99_999)}) is public.`);
  }
  return `${blocks.join("\n\n")}\n`;
}

export function headline(random: Random): string {
  const [present] = random.pick(ACTS);
  return capitalize(
    `${random.pick(ACTORS).replace(/^(the|a|an) /, "")} ${present} ${random.pick(MATTERS)}`,
  );
}

export function sentence(random: Random): string {
  const first = `${clause(random)} ${random.pick(TAILS)}`;
  const second = random.chance(0.45) ? `, ${random.pick(JOINS)} ${clause(random)}` : "";
  return `${capitalize(first + second)}.`;
}

function paragraph(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => sentence(random)).join(" ");
}

function quote(random: Random): string {
  const words = random.pick(QUOTES).replace("{matter}", random.pick(MATTERS));
  const speaker = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const [, place] = random.pick(PLACES);
  return `"${words}," said ${speaker}, who speaks for ${random.pick(ACTORS)} in ${place}. ${sentence(random)}`;
}

function clause(random: Random): string {
  const [, past] = random.pick(ACTS);
  return `${random.pick(ACTORS)} ${past} ${random.pick(MATTERS)}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
