import { count } from "./print-problems.ts";

/** What is told of a build to whoever started it. */
export interface BuildFigures {
  readonly isPublished: boolean;
  readonly rendered: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly queued: number;
  readonly isWhole: boolean;
  readonly changes: Readonly<Record<"added" | "changed" | "removed", number>>;
  readonly reasons: readonly string[];
  readonly rebuilt: string | undefined;
  readonly seconds: Readonly<Record<string, number>>;
}

/** @param isDelta the folder was to hold what changed alone. */
export function buildLines(
  figures: BuildFigures,
  outputFolder: string,
  isDelta: boolean,
): string[] {
  const { isPublished, rendered, unchanged, removed, queued, reasons, rebuilt } = figures;
  const seconds = Object.values(figures.seconds).reduce((sum, step) => sum + step, 0);
  return [
    ...(rebuilt === undefined ? [] : [`The cache ${rebuilt}: it is made again from the content.`]),
    ...(rebuilt === undefined && reasons.length > 0
      ? [`Everything is made again, because of ${reasons.join(", ")}.`]
      : []),
    isPublished
      ? `${count(rendered, "page")} rendered, ${unchanged} unchanged, ${removed} removed in ${seconds.toFixed(1)} s: ${outputFolder}`
      : `Nothing was published.${queued > 0 ? ` ${count(queued, "page")} may be stale.` : ""}`,
    ...(isPublished && isDelta ? [deltaLine(figures, outputFolder)] : []),
  ];
}

function deltaLine({ isWhole, changes }: BuildFigures, outputFolder: string): string {
  const { added, changed, removed } = changes;
  return isWhole
    ? `Nothing is known of what readers have: ${outputFolder} holds the whole paper, to be put in its place.`
    : `To what readers have, ${added} are to be added, ${changed} replaced, ${removed} removed. Save the cache when it is done.`;
}
