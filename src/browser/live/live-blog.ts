import { arrange } from "./arrange.ts";
import { currentPage } from "./current-page.ts";
import { glide } from "./glide.ts";
import { LATEST_LENGTH } from "./latest.ts";
import { markNew, unmarkNew } from "./mark-new.ts";
import { Pill } from "./pill.ts";
import { poll } from "./poll.ts";

/** The file beside a live blog: layouts/live.ts makes it. */
interface LiveFile {
  readonly ended?: boolean;
  /** Newest first. */
  readonly posts: readonly { readonly address: string; readonly version: string }[];
}

/** What else of the page changes. */
const OTHERS = [".opening", ".times", ".points"];

/** Follows a live blog. Its posts are on its page, which is asked for when there is something else to see. */
export function followBlog(text: HTMLElement): void {
  let isOver = false;
  const pill = new Pill(text.closest("article") ?? text, async () => {
    const first = await update(text, true);
    pill.say(0);
    return first;
  });
  const take = async ({ posts, ended = false }: LiveFile) => {
    const shown = postsOf(document);
    if (ended || isOtherwise(shown, posts)) await update(text, false);
    isOver = ended;
    const newest = posts.findIndex(({ address }) => shown.has(address));
    pill.say(newest === -1 ? posts.length : newest);
  };
  const isWanted = () => !document.hidden && !isOver;
  const { live = "", seconds } = text.dataset;
  poll<LiveFile>(live, Number(seconds), take, isWanted);
}

/** Whether a post was corrected since, or is gone. */
function isOtherwise(shown: ReadonlyMap<string, HTMLElement>, posts: LiveFile["posts"]): boolean {
  const versions = new Map(posts.map(({ address, version }) => [address, version]));
  return [...shown].some(([address, { dataset }]) => {
    const version = versions.get(address);
    return version === undefined ? posts.length < LATEST_LENGTH : version !== dataset.version;
  });
}

/** Shows what is corrected, and the new posts if a reader asked for them. Returns the link of the first of these. */
async function update(text: HTMLElement, isAsked: boolean): Promise<HTMLElement | undefined> {
  const page = await currentPage();
  const shown = postsOf(document);
  const later = [...postsOf(page)].filter(([address]) => !shown.has(address));
  const list = text.querySelector(".posts");
  const posts = [...page.querySelectorAll<HTMLElement>(".posts > *")].flatMap((post) => {
    const address = addressOf(post);
    const known = shown.get(address);
    if (known !== undefined && known.dataset.version === post.dataset.version) return [known];
    return isAsked || known !== undefined || address === "" ? [post] : [];
  });
  if (isAsked) {
    unmarkNew(text);
    for (const [, post] of later) markNew(post.querySelector("h3") ?? post);
  }
  glide(text, () => {
    for (const part of OTHERS) {
      const other = page.querySelector(part);
      if (other !== null) document.querySelector(part)?.replaceWith(other);
    }
    // On another day nothing that is shown is left.
    if (list !== null && (isAsked || posts.length > 1)) arrange(list, posts);
  });
  return later[0]?.[1].querySelector("a") ?? undefined;
}

/** By their addresses. */
function postsOf(page: Document): Map<string, HTMLElement> {
  const posts = [...page.querySelectorAll<HTMLElement>(".post")];
  return new Map(posts.map((post) => [addressOf(post), post]));
}

function addressOf(post: HTMLElement): string {
  return post.querySelector("h3 a")?.getAttribute("href") ?? "";
}
