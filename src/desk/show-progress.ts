const PATIENCE_MS = 1_000;
const REDRAW_MS = 100;
const WIDTH = 30;
const CLEAR_LINE = "\u001b[0K";

/**
 * A progress bar on a terminal, for what takes longer than a second.
 * @param noun what is counted: `pages`.
 */
export function showProgress(
  terminal: NodeJS.WriteStream,
  noun: string,
): {
  /** One more of so many. */
  onStep: (all: number) => void;
  stop: () => void;
} {
  let nextDrawing = performance.now() + PATIENCE_MS;
  let done = 0;
  let isDrawn = false;
  const onStep = (all: number) => {
    done++;
    if (!terminal.isTTY || performance.now() < nextDrawing) return;
    nextDrawing = performance.now() + REDRAW_MS;
    isDrawn = true;
    terminal.write(`\r${bar(Math.min(done, all), all)} ${noun}`);
  };
  const stop = () => {
    if (!isDrawn) return;
    terminal.write(`\r${CLEAR_LINE}`);
  };
  return { onStep, stop };
}

function bar(done: number, all: number): string {
  const width = Math.floor((done / all) * WIDTH);
  return `[${"#".repeat(width)}${" ".repeat(WIDTH - width)}] ${done} of ${all}`;
}
