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
  readonly pings: readonly {
    readonly to: string;
    readonly addresses: readonly string[];
    readonly fault?: string;
  }[];
}

/** @param silentUntil on the clocks of the paper's zone: `07:00`. */
export function announceLines(figures: AnnounceFigures, silentUntil: string): string[] {
  const { announced, unanswered, held, pings } = figures;
  const lines = [
    ...announced.map((one) => `${one.headline}: ${endsOf(one)}`),
    ...unanswered.map(({ address, reason }) => `${address} does not answer: ${reason}.`),
    ...(held.length > 0 ? [`Silent hours until ${silentUntil}: ${held.join(", ")} held.`] : []),
    ...pings.map(pingLine),
    ...(isLeft(figures) ? ["Run announce again for what is left."] : []),
  ];
  return lines.length === 0 ? ["Nothing new to announce."] : lines;
}

function isLeft({ announced, unanswered, held, pings }: AnnounceFigures): boolean {
  const isWaiting = announced.some(({ waiting }) => waiting > 0);
  const isUntold = pings.some(({ fault }) => fault !== undefined);
  return unanswered.length > 0 || held.length > 0 || isWaiting || isUntold;
}

function pingLine({ to, addresses, fault }: AnnounceFigures["pings"][number]): string {
  const outcome = fault === undefined ? "" : `, in vain: ${fault}`;
  return `${count(addresses.length, "change")} told to the ${to}${outcome}.`;
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
