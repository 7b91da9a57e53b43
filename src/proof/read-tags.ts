/** A start tag of markup that Dateline wrote: every value is quoted, and no sign of markup is in one. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly name: string;
  /** As a browser understands it. */
  readonly value: string;
  /** Where the value stands in the text, and how long it is there. */
  readonly index: number;
  readonly length: number;
}

export function* readTags(text: string): Generator<Tag> {
  for (const tag of text.matchAll(/<([a-z][\w:-]*)(\s[^<>]*)>/gi)) {
    const [, name = "", attributes = ""] = tag;
    yield { name, attributes: readAttributes(attributes, tag.index + 1 + name.length) };
  }
}

export function valueIn({ attributes }: Tag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

function readAttributes(text: string, start: number): Attribute[] {
  return Array.from(text.matchAll(/\s([\w:-]+)=(["'])(.*?)\2/gs), (match) => {
    const [whole, name = "", , value = ""] = match;
    const index = start + match.index + whole.length - value.length - 1;
    return { name, value: unescaped(value), index, length: value.length };
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
};

export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => SIGNS[name] as string);
}
