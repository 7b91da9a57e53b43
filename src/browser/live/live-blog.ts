import { arrange } from "./arrange.ts";
import { byAddress } from "./by-address.ts";
import { currentPage } from "./current-page.ts";
import { glide } from "./glide.ts";
import { LATEST_LENGTH } from "./latest.ts";
import { markNew, unmarkNew } from "./mark-new.ts";
import { pillBefore } from "./pill.ts";
import { poll } from "./poll.ts";

/** The file beside a live blog: layouts/live.ts makes it. */
interface LiveFile {
  readonly ended?: boolean;
  /** Newest first. */
  readonly posts: readonly { readonly address: string; readonly version: string }[];
}

/** Follows a live blog. Its posts are on its page, which is asked for when there is something else to see. */
export function followBlog(text: HTMLElement): void {
  let isOver = false;
  const say = pillBefore(text.closest("article") as Element, async () => {
    await update(text, true);
    say(0);
    return text.querySelector<HTMLElement>(".new + a");
  });
  const take = async ({ posts, ended = false }: LiveFile) => {
    const shown = postsOf(document);
    if (ended || isOtherwise(shown, posts)) await update(text, false);
    isOver = ended;
    const newest = posts.findIndex(({ address }) => shown.has(address));
    say(newest === -1 ? posts.length : newest);
  };
  poll<LiveFile>(text.dataset, take, () => !document.hidden && !isOver);
}

/** Whether a post was corrected since, or is gone. */
function isOtherwise(shown: ReadonlyMap<string, HTMLElement>, posts: LiveFile["posts"]): boolean {
  return [...shown].some(([address, { dataset }]) => {
    const post = posts.find((each) => each.address === address);
    return post ? post.version !== dataset.version : posts.length < LATEST_LENGTH;
  });
}

/** Shows what is corrected, and the new posts if a reader asked for them. */
async function update(text: HTMLElement, isAsked: boolean): Promise<void> {
  const page = await currentPage();
  const shown = postsOf(document);
  if (isAsked) unmarkNew(text);
  const parts = [...byAddress(page, ".posts > *")].flatMap(([address, part]) => {
    const known = shown.get(address);
    if (known && known.dataset.version === part.dataset.version) return [known];
    if (known || !part.matches(".post")) return [part];
    markNew(part.querySelector("h3") as Element);
    return isAsked ? [part] : [];
  });
  glide(text, () => {
    for (const part of [".opening", ".times", ".points"]) {
      const other = page.querySelector(part);
      if (other) document.querySelector(part)?.replaceWith(other);
    }
    const list = text.querySelector(".posts");
    // On another day nothing that is shown is left.
    if (list && (isAsked || parts.length > 1)) arrange(list, parts);
  });
}

function postsOf(page: Document): Map<string, HTMLElement> {
  return byAddress(page, ".post");
}
