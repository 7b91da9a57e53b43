import { expect, test } from "vitest";
import { announcementOf, isPublic, LARGEST_PAYLOAD } from "../../src/announce/announcement.ts";
import type { Site } from "../../src/model/site.ts";
import type { Draft, PublishedStory, Scheduled, Story, Withdrawn } from "../../src/model/story.ts";
import { frameWith, storyWith } from "../layouts/sample.ts";

test("what is not published can't be announced: it does not compile", () => {
  const announce = (
    site: Site,
    story: Story,
    draft: Story & { readonly publication: Draft },
    scheduled: Story & { readonly publication: Scheduled },
    withdrawn: Story & { readonly publication: Withdrawn },
    previewed: PublishedStory,
  ) => {
    // @ts-expect-error
    announcementOf(site, story, 0);
    // @ts-expect-error
    announcementOf(site, draft, 0);
    // @ts-expect-error
    announcementOf(site, scheduled, 0);
    // @ts-expect-error
    announcementOf(site, withdrawn, 0);
    // @ts-expect-error
    announcementOf(site, previewed, 0);
    if (isPublic(previewed)) announcementOf(site, previewed, 0);
  };
  expect(announce).toBeTypeOf("function");
});

test("what a preview alone shows as published is not public", () => {
  const publication = {
    state: "published",
    at: 0,
    day: "1970-01-01",
    hasTime: true,
    modifiedAt: 0,
  };
  const story = (preview?: string) =>
    ({ publication: { ...publication, ...(preview && { preview }) } }) as PublishedStory;
  expect([undefined, "draft", "scheduled"].map((preview) => isPublic(story(preview)))).toEqual([
    true,
    false,
    false,
  ]);
});

test("what does not fit into a message is left out, but neither headline nor address", () => {
  const address = `/2001/07/${"b".repeat(200)}/`;
  const story = storyWith({ address, headline: "風".repeat(300), summary: "風".repeat(1_000) });
  if (!isPublic(story)) throw new Error("It is public.");
  const url = `https://example.org/${"a".repeat(1_900)}`;
  const { payload } = announcementOf(frameWith({ url }).site, story, 0).message;
  expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(LARGEST_PAYLOAD);
  const { title, body, navigate } = JSON.parse(payload).notification;
  expect([title, body, navigate]).toEqual([story.headline, "Harbor Paper", url + address]);
});
