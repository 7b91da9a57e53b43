import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { watchMemory } from "./watch-memory.ts";

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Usage {
  readonly wallSeconds: number;
  /** User and system time of the process and of all that it waited for; 0 where it was not measured. */
  readonly cpuSeconds: number;
  /** Largest memory of the processes that ran together; 0 where there is no /proc. */
  readonly peakMegabytes: number;
  readonly output: string;
}

// The shell's own `time` counts the processor time of descendants, which Node cannot see. Times go to 3.
const SCRIPT = 'TIMEFORMAT="%3R %3U %3S"; exec 4>&2; { time "$@" 2>&4 3>&- 4>&-; } 2>&3';

/** Runs a command to its end. Fails when the command does. */
export async function measure({ program, args, folder, env }: Command): Promise<Usage> {
  const child = spawn("bash", ["-c", SCRIPT, "bash", program, ...args], {
    cwd: folder,
    env: { ...process.env, LC_NUMERIC: "C", ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const memory = watchMemory(child.pid as number);
  const [output, errors, times, [code]] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
    once(child, "close"),
  ]);
  const peakMegabytes = memory.stop();
  if (code !== 0) throw new Error(`${program} ${args.join(" ")}: exit code ${code}\n${errors}`);
  const [wall, user, system] = times.trim().split(" ").map(Number) as [number, number, number];
  return { wallSeconds: wall, cpuSeconds: user + system, peakMegabytes, output };
}

/** Of what ran one after the other. */
export function sumOf(usages: readonly Usage[]): Usage {
  return {
    wallSeconds: usages.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0),
    cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMegabytes: Math.max(...usages.map(({ peakMegabytes }) => peakMegabytes)),
    output: usages.map(({ output }) => output).join(""),
  };
}
