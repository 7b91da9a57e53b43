import { addressOf } from "../../src/model/address.ts";
import { originalOf } from "../../src/publish/twins.ts";

type Told = Readonly<Record<"added" | "changed" | "removed", readonly string[]>>;

/** Files whose bytes came, changed or went without a build having said so; a twin goes with its file. */
export function untoldChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { added, changed, removed }: Told,
): string[] {
  const written = new Set([...added, ...changed]);
  const gone = new Set(removed);
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => {
    if (before.get(file) === after.get(file)) return false;
    return !(after.has(file) ? written : gone).has(addressOf(originalOf(file) ?? file));
  });
}
