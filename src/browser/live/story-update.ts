import { currentPage } from "./current-page.ts";
import { pillBefore, type Say } from "./pill.ts";

let say: Say | undefined;
let known: string | undefined;

/** Says so if the story was updated since the page was loaded. To be asked when the reader comes back to it. */
export async function tellOfUpdate(story: HTMLElement): Promise<void> {
  say ??= pillBefore(story, () => {
    location.reload();
    return undefined;
  });
  try {
    // The browser still has what the page came with.
    known ??= await editionOf("force-cache");
    const edition = await editionOf("no-store");
    if (edition === known) return;
    known = edition;
    if (textOf(await currentPage()) !== textOf(document)) {
      say(1, "This story was updated. Load it again");
    }
  } catch {
    // The reader is offline, and comes back again.
  }
}

/** As the server names it, which knows no more than that the file is another one. */
async function editionOf(cache: RequestCache): Promise<string> {
  const { ok, headers } = await fetch(location.pathname, { method: "HEAD", cache });
  return `${ok} ${headers.get("ETag") ?? headers.get("Last-Modified")}`;
}

/** What a reader may have read of a story. */
function textOf(page: Document): string {
  const parts = page.querySelectorAll("h1, .times, .corrections, .text");
  return [...parts].map(({ textContent }) => textContent).join();
}
