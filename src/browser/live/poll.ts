import { read } from "./read.ts";

/** How many times a wait may double while nothing answers: half an hour, where it is a minute. */
const MOST_DOUBLINGS = 5;

/** What an element says of the file that tells of what is new of it: its address, and how often it is asked for. */
export interface Told {
  readonly live?: string;
  readonly seconds?: string;
}

/**
 * Asks for a small file every so often, while `isWanted`: never while the browser is offline, and less often while the
 * server is at fault. The browser's own cache makes the requests conditional. `tell` hears every answer. Returns what
 * has to be called when `isWanted` changes, but for pages that are hidden or shown.
 */
export function poll<Answer>(
  { live = "", seconds: every }: Told,
  tell: (answer: Answer) => void,
  isWanted = () => !document.hidden,
): () => void {
  const seconds = Number(every);
  let failures = 0;
  let due = dueIn(seconds);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(ask, due - Date.now());
  }

  async function ask(): Promise<void> {
    if (!isWanted() || !navigator.onLine) return;
    due = dueIn(seconds);
    const answer = await read<Answer>(live).catch(() => undefined);
    failures = answer ? 0 : Math.min(failures + 1, MOST_DOUBLINGS);
    due = dueIn(seconds * 2 ** failures);
    wait();
    if (answer) tell(answer);
  }

  document.addEventListener("visibilitychange", wait);
  addEventListener("online", wait);
  wait();
  return wait;
}

/** A little sooner or later, so that readers do not all ask at once. */
function dueIn(seconds: number): number {
  return Date.now() + seconds * 1000 * (0.8 + 0.4 * Math.random());
}
