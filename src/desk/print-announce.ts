import { count } from "./print-problems.ts";

/** What is told of an announcement to whoever started it. */
export interface AnnounceFigures {
  readonly announced: readonly {
    readonly headline: string;
    readonly told: number;
    readonly gone: number;
    readonly refused: number;
    readonly unreached: number;
    readonly doubtful: number;
    readonly waiting: number;
  }[];
  readonly unanswered: readonly { readonly address: string; readonly reason: string }[];
  readonly held: readonly string[];
}

/** @param silentUntil on the clocks of the paper's zone: `07:00`. */
export function announceLines(figures: AnnounceFigures, silentUntil: string): string[] {
  const { announced, unanswered, held } = figures;
  const lines = [
    ...announced.map((one) => `${one.headline}: ${endsOf(one)}`),
    ...unanswered.map(({ address, reason }) => `${address} does not answer: ${reason}.`),
    ...(held.length === 0
      ? []
      : [
          `Silent hours until ${silentUntil}: ${held.length === 1 ? "1 story waits" : `${held.length} stories wait`}.`,
        ]),
  ];
  const isLeft =
    unanswered.length > 0 || held.length > 0 || announced.some(({ waiting }) => waiting > 0);
  if (isLeft) lines.push("Run announce again for what is left.");
  return lines.length === 0 ? ["Nothing new to announce."] : lines;
}

function endsOf(one: AnnounceFigures["announced"][number]): string {
  const others = [
    [one.gone, "gone"],
    [one.refused, "refused"],
    [one.unreached, "not reached"],
    [one.doubtful, "in doubt"],
    [one.waiting, "to be tried again"],
  ] as const;
  const ends = others.filter(([n]) => n > 0).map(([n, end]) => `, ${n} ${end}`);
  return `${count(one.told, "subscription")} told${ends.join("")}.`;
}
