import { readFileSync } from "node:fs";
import { getCollection } from "astro:content";
import { parse } from "yaml";
import { collectLists } from "../../shared/collect-lists.js";

export const site = parse(readFileSync(`${process.env.BENCH_CONTENT}/site.yaml`, "utf8"));

export const stories = await getCollection("stories");

export const authors = Object.fromEntries(
  (await getCollection("authors")).map(({ id, data, body }) => [id, { ...data, note: body.trim() }]),
);

export const lists = collectLists(
  stories.map(({ id, data }) => ({ url: `/${id}/`, data })),
  site,
  authors,
);

export const mastheadLinks = [
  { name: "Latest", address: "/latest/" },
  ...Object.entries(site.sections).map(([key, { name }]) => ({ name, address: `/${key}/` })),
  { name: "Archive", address: "/archive/" },
];
