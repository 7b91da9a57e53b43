import { outputFile } from "../../src/model/address.ts";
import { TWINS } from "../../src/model/site.ts";
import { originalOf } from "../../src/publish/twins.ts";

/** What a build says of the files that it wrote for readers elsewhere. */
export interface Delivery {
  readonly whole: boolean;
  readonly changes: Readonly<Record<"added" | "changed" | "removed", readonly string[]>>;
}

/** Where readers get the paper, on a machine that only knows what builds with --delta tell it. */
export class Target {
  files = new Map<string, string>();

  /** Does what a build tells, and says what does not fit. */
  receive(written: ReadonlyMap<string, string>, { whole, changes }: Delivery): string[] {
    if (whole) {
      this.files = new Map(written);
      return [];
    }
    const [added, changed, removed] = [changes.added, changes.changed, changes.removed].map(
      (addresses) => addresses.map(outputFile),
    ) as [string[], string[], string[]];
    const sent = [...added, ...changed];
    const faults = [
      ...added.filter((file) => this.files.has(file)).map((file) => `${file} is there already`),
      ...[...changed, ...removed]
        .filter((file) => !this.files.has(file))
        .map((file) => `${file} is not there`),
      ...sent.filter((file) => !written.has(file)).map((file) => `${file} was not sent`),
      ...[...written.keys()]
        .filter((file) => !sent.includes(originalOf(file) ?? file))
        .map((file) => `${file}?`),
    ];
    for (const file of [...removed, ...sent]) {
      for (const twin of TWINS) this.files.delete(`${file}.${twin}`);
    }
    for (const file of removed) this.files.delete(file);
    for (const [file, text] of written) this.files.set(file, text);
    return faults;
  }
}
