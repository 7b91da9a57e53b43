/** One of several shares into which pages are divided by their addresses. */
export interface Share {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

/** Whether a page belongs to a share: to one of `count`, on every machine the same. */
export function isInShare({ number, count }: Share, address: string): boolean {
  return (spread(address) >>> 0) % count === number - 1;
}

/** FNV-1a: neighbors among addresses fall into different shares. */
function spread(address: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < address.length; index++) {
    hash = Math.imul(hash ^ address.charCodeAt(index), 0x01000193);
  }
  return hash;
}
