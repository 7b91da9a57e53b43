/** What is told of where a build's time went. */
export interface ProfileTable {
  readonly layouts: readonly {
    readonly kind: string;
    readonly layout: string;
    readonly pages: number;
    readonly seconds: number;
  }[];
  readonly slowest: readonly { readonly address: string; readonly seconds: number }[];
}

export function profileLines({ layouts, slowest }: ProfileTable): string[] {
  const sums = layouts.map(({ kind, layout, pages, seconds }) => [
    ...[`${layout}: ${kind}`, String(pages), seconds.toFixed(3)],
    ((seconds * 1000) / pages).toFixed(3),
  ]);
  const pages = slowest.map(({ address, seconds }) => [address, (seconds * 1000).toFixed(3)]);
  return [
    ...table(["layout: kind of page", "pages", "seconds", "ms a page"], sums),
    "",
    ...table(["slowest", "ms"], pages),
  ];
}

/** A name, and figures at the right of columns that are as wide as what is in them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => String(row[at]).length)));
  return all.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}
