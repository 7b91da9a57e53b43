import { expect, test } from "vitest";
import { withdrawalDocument } from "../../layouts/withdrawal.ts";
import { frameWith, stamp, storyWith, textOf } from "./sample.ts";

test("a withdrawn story shows the paper, the day and the reason, and nothing of the story", () => {
  const story = storyWith({
    path: "stories/2001/07/planted.md",
    address: "/2001/07/planted/",
    headline: "Planted",
    seoHeadline: "Planted",
    summary: "planted",
    kicker: "planted",
    dateline: "PLANTED",
    byline: [{ name: "Planted" }],
    topics: [{ key: "planted", name: "Planted" }],
    image: { src: "planted.jpg", alt: "planted" },
    source: { name: "Planted" },
    corrections: [{ kind: "correction", date: stamp("2001-07-20"), text: "planted" }],
    aliases: ["/planted/"],
    canonical: "https://example.org/planted/",
    links: ["/planted/"],
    pictures: ["planted.jpg"],
  });
  const publication = { ...story.publication, state: "withdrawn", reason: "<Unsound>" } as const;
  const page = withdrawalDocument({
    frame: frameWith(),
    shows: "withdrawal",
    story: { ...story, publication },
  });
  expect(page.toString()).not.toMatch(/planted/i);
  expect(page.toString()).toContain('content="noindex"');
  expect(textOf(page)).toContain("Harbor Paper has withdrawn the story of July 19, 2001");
  expect(textOf(page)).toContain("&lt;Unsound&gt;");
});

test("the withdrawal of a foreign story is in the paper's language, the reason in its own", () => {
  const { path, address, aliases, publication: moments } = storyWith();
  const publication = { ...moments, state: "withdrawn", reason: "خطأ" } as const;
  const story = { path, address, aliases, publication, language: "ar" };
  const page = withdrawalDocument({ frame: frameWith(), shows: "withdrawal", story }).toString();
  expect(page).toContain('<html lang="en" dir="ltr">');
  expect(page).toContain('<p lang="ar" dir="rtl">خطأ</p>');
});
