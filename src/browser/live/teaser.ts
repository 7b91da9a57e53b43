import { element } from "./element.ts";
import type { Story } from "./latest.ts";
import { homeAddress, sections } from "./paper.ts";

/** What a list shows of a story, as layouts/parts/story-teaser.ts has it. */
export function teaser(story: Story, list: string): HTMLElement {
  const { kicker, label, preview, dateline, summary } = story;
  const article = element("article");
  const marks = [
    mark(preview),
    mark(label),
    kicker && inItsLanguage(element("span", "", kicker), story),
  ];
  if (marks.some((part) => part !== undefined)) article.append(element("p", "kicker", ...marks));
  article.append(element("h2", "", headline(story)));
  const text = [dateline, summary].filter((part) => part !== undefined).join(" — ");
  if (text !== "") article.append(inItsLanguage(element("p", "", text), story));
  article.append(element("p", "where", sectionLink(story, list), time(story)));
  return article;
}

/** The same in the rail of the front page: layouts/parts/rail.ts. */
export function railItem(story: Story): HTMLElement {
  const item = element("li", "", mark(story.label), headline(story));
  if (story.clock !== undefined) item.prepend(timeElement(story, story.clock));
  return item;
}

function mark(text: string | undefined): HTMLElement | undefined {
  return text === undefined ? undefined : element("strong", "label", text);
}

function headline(story: Story): HTMLElement {
  const link = element("a", "", story.headline);
  link.setAttribute("href", story.address);
  return inItsLanguage(link, story);
}

function time(story: Story): HTMLElement {
  const { day, clock, zone } = story;
  return timeElement(story, clock === undefined ? day : `${day}, ${clock} ${zone}`);
}

function timeElement({ published }: Story, text: string): HTMLElement {
  const made = element("time", "", text);
  made.dateTime = published;
  return made;
}

/** In the section's own list it goes without saying. */
function sectionLink({ section = "" }: Story, list: string): HTMLElement | undefined {
  const name = sections().get(section);
  const address = `${homeAddress()}${section}/`;
  if (name === undefined || list.startsWith(address)) return undefined;
  const made = element("a", "", name);
  made.setAttribute("href", address);
  return made;
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

function inItsLanguage(made: HTMLElement, { language }: Story): HTMLElement {
  if (language === undefined) return made;
  made.lang = language;
  made.dir = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
  return made;
}
