import { Pill } from "./pill.ts";

/** What a reader may have read of a story. */
const READ = "h1, .times, .corrections, .text";

let pill: Pill | undefined;
let known: string | undefined;

/** Says so if the story was updated since the page was loaded. To be asked when the reader comes back to it. */
export async function tellOfUpdate(story: HTMLElement): Promise<void> {
  pill ??= new Pill(story, () => location.reload());
  try {
    // The browser still has what the page came with.
    known ??= await editionOf("force-cache");
    const edition = await editionOf("no-store");
    if (edition === known) return;
    known = edition;
    if ((await currentText()) !== textOf(document))
      pill.say("This story was updated. Load it again");
  } catch {
    // The reader is offline, and comes back again.
  }
}

/** As the server names it, which knows no more than that the file is another one. */
async function editionOf(cache: RequestCache): Promise<string> {
  const { ok, headers } = await fetch(location.pathname, { method: "HEAD", cache });
  return `${ok} ${headers.get("ETag") ?? headers.get("Last-Modified")}`;
}

async function currentText(): Promise<string> {
  const response = await fetch(location.pathname, { cache: "no-cache" });
  return textOf(new DOMParser().parseFromString(await response.text(), "text/html"));
}

function textOf(page: Document): string {
  return [...page.querySelectorAll(READ)].map(({ textContent }) => textContent).join();
}
