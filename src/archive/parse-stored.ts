const DAMAGED = "The archive is damaged.";

/** @throws an error that `isDamage` knows, when a value in the archive is not what was stored there. */
export function parseStored<T>(json: unknown): T {
  try {
    return JSON.parse(String(json));
  } catch (cause) {
    throw new Error(DAMAGED, { cause });
  }
}

/** Errors come from workers without their class. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && error.message === DAMAGED;
}
