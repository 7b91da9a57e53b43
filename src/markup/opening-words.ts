import type { Html } from "./html.ts";

const MOST_SIGNS = 160;

/** The first words of a text, for where a story without a summary is described; `undefined` where no paragraph has any. */
export function openingWords(body: Html): string | undefined {
  const [, paragraph = ""] = /<p>(.*?)<\/p>/s.exec(body.toString()) ?? [];
  const text = unescaped(paragraph.replace(/<sup\b.*?<\/sup>|<[^>]*>/gs, ""))
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= MOST_SIGNS) return text === "" ? undefined : text;
  const cut = text.lastIndexOf(" ", MOST_SIGNS);
  return `${cut === -1 ? [...text].slice(0, MOST_SIGNS).join("") : text.slice(0, cut)} …`;
}

const SIGNS: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => SIGNS[name] as string);
}
