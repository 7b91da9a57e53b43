import { gunzipSync } from "node:zlib";
import type { Finding, OutputText } from "./output-text.ts";

/** Addresses of drafts and scheduled stories, which must be nowhere that readers can look. */
export function inspectSecrets(output: OutputText, secrets: ReadonlySet<string>): Finding[] {
  if (secrets.size === 0) return [];
  const text = `${output.address}\n${output.text}`;
  const shift = text.length - output.text.length;
  const found = Array.from(text.matchAll(/(?=(\/\d{4}\/\d\d\/[\p{L}\p{N}\p{M}%-]+))/gu));
  return found
    .filter(({ 1: address = "" }) => secrets.has(decoded(address)))
    .map(({ 1: address = "", index }) => ({
      index: Math.max(0, index - shift),
      length: address.length,
      code: "output-leak",
      message: `${decoded(address)}/ is not published, and its address stands here.`,
      hint: "Build everything again before this is deployed: npm run build -- --full",
    }));
}

/** A story's address as it is looked for: without the slash behind it, which a link may lack. */
export function secretOf(address: string): string {
  return address.replace(/\/$/, "");
}

/** What the search index says of a story, which Pagefind compresses. */
export function fragmentText(bytes: Uint8Array): string {
  return gunzipSync(bytes).toString();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address).normalize("NFC");
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
