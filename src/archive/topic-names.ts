import { topicList } from "../model/list.ts";
import { feedPages, type Page, periodPage } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "../model/story.ts";
import { listPeriods, topicName } from "./lists.ts";
import { LongMap } from "./long-map.ts";
import type { Archive } from "./open-archive.ts";

/** Topics as they were called before a build: the first story of a topic that comes, changes or goes renames it. */
export class TopicNames {
  readonly #archive: Archive;
  readonly #before = new LongMap<string | undefined>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** Must be told of every story before it comes, changes or goes. */
  note(story: PublishedStory | Withdrawal): void {
    if (!isPublished(story)) return;
    for (const { key } of story.topics) {
      if (!this.#before.has(key)) this.#before.set(key, topicName(this.#archive, key));
    }
  }

  /** Feeds and pages, also those of other years, of the topics that are called otherwise now. */
  *renamedPages(site: Site): Generator<Page> {
    for (const [key, name] of this.#before) {
      if (name === topicName(this.#archive, key)) continue;
      const list = topicList(key);
      yield* feedPages(list);
      for (const year of listPeriods(this.#archive, site.zone, list, 4)) {
        yield periodPage(list, year);
      }
    }
  }
}
