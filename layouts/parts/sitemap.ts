import { type Html, html, nothing } from "../../src/markup/html.ts";
import { isoIn } from "../../src/model/instant.ts";
import type { StoryUrl } from "../../src/model/page-props.ts";
import type { Site } from "../../src/model/site.ts";

export const XML = html`<?xml version="1.0" encoding="UTF-8"?>`;

export function lastmod({ zone }: Site, { modifiedAt }: StoryUrl): Html {
  return modifiedAt === undefined ? nothing : html`<lastmod>${isoIn(zone, modifiedAt)}</lastmod>`;
}
