import { element, type Part } from "./element.ts";
import type { Story } from "./latest.ts";
import { fronts, homeAddress } from "./paper.ts";

/** What a list shows of a story, as layouts/parts/story-teaser.ts has it. */
export function teaser(story: Story): HTMLElement {
  const { kicker, label, preview, dateline, summary, day, clock, zone } = story;
  const language = languageOf(story);
  const text = [dateline, summary].filter(Boolean).join("\u00a0— ");
  const named = kicker && element("span", language, kicker);
  const when = time(story, clock === undefined ? day : `${day}, ${clock} ${zone}`);
  return element(
    "article",
    {},
    line({ className: "kicker" }, mark(preview), mark(label), named),
    element("h2", {}, headline(story)),
    line(language, text),
    line({ className: "where" }, sectionLink(story), when),
  );
}

/** The same in the rail of the front page: layouts/parts/rail.ts. */
export function railItem(story: Story): HTMLElement {
  const { label, clock } = story;
  const item = element("li", {}, mark(label), headline(story));
  if (clock !== undefined) item.prepend(time(story, clock));
  return item;
}

/** A paragraph, if there is anything to say. */
function line(properties: Partial<HTMLElement>, ...parts: readonly Part[]): Part {
  const made = element("p", properties, ...parts);
  return made.textContent === "" ? undefined : made;
}

function mark(text: string | undefined): Part {
  return text && element("strong", { className: "label" }, text);
}

function headline(story: Story): HTMLElement {
  const { address, headline } = story;
  return element("a", { href: address, ...languageOf(story) }, headline);
}

function time({ published }: Story, text: string): HTMLElement {
  return element("time", { dateTime: published }, text);
}

/** In the section's own list it goes without saying. */
function sectionLink({ section }: Story): Part {
  const href = `${homeAddress()}${section}/`;
  const name = fronts().get(href)?.textContent;
  return name && location.pathname !== href ? element("a", { href }, name) : undefined;
}

/** Where it is another than the paper's. */
function languageOf({ language, direction = "ltr" }: Story): Partial<HTMLElement> {
  return language ? { lang: language, dir: direction } : {};
}
