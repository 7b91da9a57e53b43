const PATIENCE_MS = 1_000;
const REDRAW_MS = 100;
const WIDTH = 30;
const CLEAR_LINE = "\u001b[0K";

/** A progress bar on a terminal, for builds that take longer than a second. */
export function showProgress(terminal: NodeJS.WriteStream): {
  onPage: (queued: number) => void;
  stop: () => void;
} {
  let nextDrawing = performance.now() + PATIENCE_MS;
  let rendered = 0;
  let isDrawn = false;
  const onPage = (queued: number) => {
    rendered++;
    if (!terminal.isTTY || performance.now() < nextDrawing) return;
    nextDrawing = performance.now() + REDRAW_MS;
    isDrawn = true;
    terminal.write(`\r${bar(Math.min(rendered, queued), queued)}`);
  };
  const stop = () => {
    if (!isDrawn) return;
    terminal.write(`\r${CLEAR_LINE}`);
  };
  return { onPage, stop };
}

function bar(rendered: number, queued: number): string {
  const done = Math.floor((rendered / queued) * WIDTH);
  return `[${"#".repeat(done)}${" ".repeat(WIDTH - done)}] ${rendered} of ${queued} pages`;
}
