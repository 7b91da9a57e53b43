import type { Html } from "../src/markup/html.ts";
import { nginxPath, nginxText, serverText } from "../src/markup/server-text.ts";
import type { Frame } from "../src/model/frame.ts";
import {
  commonHeaders,
  FEED_TYPES,
  FOLDERS_NAMED_BY_CONTENT,
  NAMED_BY_CONTENT_CACHE,
  searchPolicy,
} from "../src/model/http-headers.ts";
import { NOT_FOUND, SEARCH } from "../src/model/page.ts";
import type { Site } from "../src/model/site.ts";

/** What nginx is to know of the paper, inside the `server` that answers for it. `$paper_moved` comes from the maps. */
export function nginxServerDocument({ frame }: { readonly frame: Frame }): Html {
  const { site } = frame;
  return serverText([
    "# Written by Dateline, for `include` inside `server`: see CONTRIBUTING.md.",
    "absolute_redirect off;",
    "index index.html;",
    `error_page 404 ${nginxText(nginxPath(site, NOT_FOUND.address))};`,
    `error_page 410 \${uri}index.html;`,
    ...types(),
    ...compression(site),
    ...headers(site),
    ...moves(),
    ...locations(site),
  ]);
}

const TYPES: Readonly<Record<string, string>> = {
  "application/json": "json",
  "application/manifest+json": "webmanifest",
  "application/pdf": "pdf",
  "application/wasm": "wasm",
  "application/xml": "xml",
  "application/zip": "zip",
  "audio/mpeg": "mp3",
  "font/woff2": "woff2",
  "image/avif": "avif",
  "image/gif": "gif",
  "image/jpeg": "jpg jpeg",
  "image/png": "png",
  "image/svg+xml": "svg",
  "image/webp": "webp",
  "image/x-icon": "ico",
  "text/css": "css",
  "text/csv": "csv",
  "text/html": "html htm",
  "text/javascript": "js mjs",
  "text/plain": "txt",
  "video/mp4": "mp4",
};

const WITH_CHARSET = [
  "application/json application/xml text/css text/csv text/javascript text/plain",
  ...Object.values(FEED_TYPES),
].join(" ");

function types(): string[] {
  const lines = Object.entries(TYPES).map(([type, endings]) => `  ${type} ${endings};`);
  return [
    "types {",
    ...lines,
    "}",
    "default_type application/octet-stream;",
    "charset utf-8;",
    `charset_types ${WITH_CHARSET};`,
  ];
}

/** What has a twin is sent as it is. */
function compression({ twins }: Site): string[] {
  return [
    "gzip on;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "gzip_comp_level 6;",
    "gzip_min_length 500;",
    `gzip_types ${WITH_CHARSET} application/manifest+json image/svg+xml;`,
    ...(twins.includes("gz") ? ["gzip_static on;"] : []),
    ...(twins.includes("br") ? ["brotli_static on;"] : []),
  ];
}

/** An `add_header` in a location would drop all of these there: what differs is a variable. */
function headers(site: Site): string[] {
  const {
    "Content-Security-Policy": policy,
    "Cache-Control": cache,
    ...others
  } = commonHeaders(site);
  return [
    `set $paper_policy ${nginxText(policy as string)};`,
    `set $paper_cache ${nginxText(cache as string)};`,
    "add_header Content-Security-Policy $paper_policy always;",
    "add_header Cache-Control $paper_cache always;",
    ...Object.entries(others).map(
      ([name, value]) => `add_header ${name} ${nginxText(value)} always;`,
    ),
  ];
}

/** No name in a path that is led on from is empty: browsers take `//example.com/` for another host. */
const INDEX = String.raw`^((?:/[^/?\\]+)*/)index\.html(?:\?|$)`;

function moves(): string[] {
  return [
    `if ($request_uri ~ ${nginxText(INDEX)}) {`,
    "  return 301 $1$is_args$args;",
    "}",
    "if ($paper_moved = gone) {",
    "  return 410;",
    "}",
    "if ($paper_moved) {",
    "  return 301 $paper_moved$is_args$args;",
    "}",
  ];
}

function locations(site: Site): string[] {
  return [
    // This file, and what else is no reader's.
    ...location("~ /\\.(?!well-known/)", "return 404;"),
    ...FOLDERS_NAMED_BY_CONTENT.flatMap((folder) =>
      location(
        `^~ ${nginxText(nginxPath(site, `/${folder}/`))}`,
        `set $paper_cache ${nginxText(NAMED_BY_CONTENT_CACHE)};`,
      ),
    ),
    ...location(
      `^~ ${nginxText(nginxPath(site, SEARCH.address))}`,
      `set $paper_policy ${nginxText(searchPolicy(site))};`,
    ),
    ...Object.entries(FEED_TYPES).flatMap(([name, type]) =>
      location(`~ /${name.replace(".", "\\.")}$`, "types { }", `default_type ${type};`),
    ),
  ];
}

function location(matches: string, ...lines: readonly string[]): string[] {
  return [`location ${matches} {`, ...lines.map((line) => `  ${line}`), "}"];
}
