/** A value in the archive is not what was stored there. */
export class DamagedValue extends Error {}

/** @throws DamagedValue */
export function parseStored<T>(json: unknown): T {
  try {
    return JSON.parse(String(json));
  } catch (cause) {
    throw new DamagedValue("The archive is damaged.", { cause });
  }
}
