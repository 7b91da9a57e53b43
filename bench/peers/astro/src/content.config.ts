import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const content = process.env.BENCH_CONTENT;

const stories = defineCollection({
  loader: glob({ pattern: "**/*.md", base: `${content}/stories` }),
  schema: z.object({
    headline: z.string(),
    dateline: z.string(),
    byline: z.union([z.string(), z.array(z.string())]),
    published: z.coerce.date(),
    updated: z.coerce.date().optional(),
    section: z.string(),
    topics: z.array(z.string()).optional(),
    summary: z.string(),
  }),
});

const authors = defineCollection({
  loader: glob({ pattern: "*.md", base: `${content}/authors` }),
  schema: z.object({ name: z.string(), kind: z.string() }),
});

export const collections = { stories, authors };
