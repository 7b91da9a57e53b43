import { readdirSync, readFileSync } from "node:fs";

// The kernel keeps each process' high-water mark, so that only what grows after the last look is missed.
const INTERVAL_MS = 100;

/** Watches a process and its descendants; `stop` gives the most megabytes that they had together: 0 without /proc. */
export function watchMemory(pid: number): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    const kilobytes = descendants(pid).reduce((sum, each) => sum + highWaterMark(each), 0);
    peak = Math.max(peak, (kilobytes * 1024) / 1e6);
  }, INTERVAL_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function descendants(pid: number): number[] {
  const children = threads(pid).flatMap((thread) =>
    readIfThere(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
  return [...children, ...children.flatMap(descendants)];
}

function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended.
    return [];
  }
}

function highWaterMark(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
