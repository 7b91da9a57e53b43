import { progress } from "@clack/prompts";

const PATIENCE_MS = 1_000;

/** A progress bar on a terminal, for builds that take longer than a second. */
export function showProgress(terminal: NodeJS.WriteStream): {
  onPage: (queued: number) => void;
  stop: () => void;
} {
  const start = performance.now();
  let bar: ReturnType<typeof progress> | undefined;
  let rendered = 0;
  const onPage = (queued: number) => {
    rendered++;
    if (!terminal.isTTY || performance.now() - start < PATIENCE_MS) return;
    if (bar === undefined) {
      bar = progress({ max: queued, output: terminal });
      bar.start("Rendering");
      bar.advance(rendered - 1);
    }
    bar.advance(1, `${rendered} of ${queued} pages`);
  };
  return { onPage, stop: () => bar?.stop(`${rendered} pages rendered`) };
}
