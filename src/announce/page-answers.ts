const TIMEOUT_MS = 10_000;

/**
 * Why a story can't be read at its address; `undefined` where it can.
 * @param names an address that its page names: some servers answer with another page wherever nothing is.
 */
export async function whyUnanswered(url: string, names: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { "Cache-Control": "no-cache" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const page = await response.text();
    if (response.status !== 200) return `HTTP ${response.status}`;
    return page.includes(names) ? undefined : "another page is there";
  } catch (error) {
    // Whatever went wrong, no reader could read it either.
    return reasonOf(error as Error);
  }
}

/** Why a request failed, in few words: `ECONNREFUSED`. */
export function reasonOf({ name, message, cause }: Error): string {
  if (name === "TimeoutError") return "it takes too long";
  if (!(cause instanceof Error)) return message;
  return "code" in cause ? String(cause.code) : cause.message;
}
