import { typographic } from "../../src/markup/typographic.ts";
import { listKind, NEWS } from "../../src/model/list.ts";
import type { ListHead } from "../../src/model/page-props.ts";

/** Name of a list among all pages of the paper: a topic may be called like a section or an author. */
export function listTitle(head: ListHead): string {
  const titles = {
    news: "Latest updates",
    corrections: "Corrections",
    section: head.name,
    author: `Stories by ${head.name}`,
    topic: `Topic: ${head.name}`,
  };
  return titles[listKind(head.list)];
}

/** What a reader who is on the page already sees. */
export function listHeading(head: ListHead): string {
  return head.list === NEWS ? "Latest updates" : typographic(head.name);
}
