// What the load run's endpoints are like; their numbers are their paths.

/** Whose messages the push server reads: those of every hundredth endpoint. */
export const SAMPLED = 100;

export const SLOW_MS = 2_000;

/** 5 % are gone, 5 % slow, 5 % failing: half of these take a message at the third attempt, half never. */
export function endpointKind(index: number): "gone" | "slow" | "recovering" | "failing" | "well" {
  switch (index % 40) {
    case 7:
    case 27:
      return "gone";
    case 8:
    case 28:
      return "slow";
    case 9:
      return "recovering";
    case 29:
      return "failing";
    default:
      return "well";
  }
}

/** As if there were four push services. */
export function endpointOf(index: number): string {
  return `https://push-${index % 4}.example.net/${index}`;
}
