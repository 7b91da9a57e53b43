import { FEED_FILES, FEED_FORMATS, MEDIA_TYPES } from "./feed.ts";
import type { Site } from "./site.ts";

/** What a server sends along with a file. */
export type Headers = Readonly<Record<string, string>>;

/** With every file, and with whatever else a server answers. */
export function commonHeaders({ url, push }: Pick<Site, "url" | "push">): Headers {
  return {
    "Content-Security-Policy": policyText(push === undefined ? POLICY : policyWith(push)),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(url.startsWith("https:") && {
      "Strict-Transport-Security": "max-age=31536000",
    }),
    "Cache-Control": PAGE_CACHE,
  };
}

/** Pages may be a minute old, five while a newer one is fetched, and a day while the server is down. */
const PAGE_CACHE = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400";

/** Under these folders a name never carries other bytes. */
export const FOLDERS_NAMED_BY_CONTENT = ["assets", "media", "share"];
export const NAMED_BY_CONTENT_CACHE = "public, max-age=31536000, immutable";

const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

/** Readers' browsers speak to the push service as well. */
function policyWith(push: string): Headers {
  return { ...POLICY, "connect-src": `'self' ${new URL(push).origin}` };
}

/** The index is searched by WebAssembly in a worker, which heeds the policy that it came with itself. */
export const SEARCH_POLICY = policyText({
  ...POLICY,
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
});

function policyText(directives: Headers): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Files whose type servers can't tell by their ending, wherever they are; in UTF-8. */
export const FEED_TYPES: Headers = Object.fromEntries(
  FEED_FORMATS.map((format) => [FEED_FILES[format], MEDIA_TYPES[format]]),
);
