/** How many times a wait may double while nothing answers: half an hour, where it is a minute. */
const MOST_DOUBLINGS = 5;

const PATIENCE_MS = 30_000;

/**
 * Asks for a small file every so often, while `isWanted`: never while the browser is offline, and less often while the
 * server is at fault. The browser's own cache makes the requests conditional. `tell` hears every answer. Returns what
 * has to be called when `isWanted` changes, but for pages that are hidden or shown.
 */
export function poll<Answer>(
  address: string,
  seconds: number,
  tell: (answer: Answer) => void,
  isWanted = () => !document.hidden,
): () => void {
  let failures = 0;
  let due = dueIn(seconds);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    clearTimeout(timer);
    if (isWanted() && navigator.onLine) timer = setTimeout(ask, Math.max(0, due - Date.now()));
  }

  async function ask(): Promise<void> {
    due = dueIn(seconds * 2 ** failures);
    const answer = await read<Answer>(address);
    failures = answer === undefined ? Math.min(failures + 1, MOST_DOUBLINGS) : 0;
    due = dueIn(seconds * 2 ** failures);
    wait();
    if (answer !== undefined) tell(answer);
  }

  document.addEventListener("visibilitychange", wait);
  for (const change of ["online", "offline"]) addEventListener(change, wait);
  wait();
  return wait;
}

/** A little sooner or later, so that readers do not all ask at once. */
function dueIn(seconds: number): number {
  return Date.now() + seconds * 1000 * (0.8 + 0.4 * Math.random());
}

/** `undefined` where the server, or whoever stands between, does not answer with the file. */
async function read<Answer>(address: string): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(address, { cache: "no-cache", signal });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
