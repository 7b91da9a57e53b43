import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showProgress } from "../../src/desk/show-progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function terminal(isTTY: boolean) {
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  return { stream: stream as unknown as NodeJS.WriteStream, shown: () => stream.read() };
}

test("an editor sees how far a build is that takes longer than a second", () => {
  const { stream, shown } = terminal(true);
  const progress = showProgress(stream, "pages");
  progress.onStep(4);
  expect(shown()).toBeNull();
  vi.advanceTimersByTime(1_001);
  progress.onStep(4);
  expect(shown()).toBe("\r[###############               ] 2 of 4 pages");
  progress.stop();
  expect(shown()).toBe("\r\x1b[0K");
});

test("a quick build shows no bar, nor does one whose output goes to a file", () => {
  const quick = terminal(true);
  const progress = showProgress(quick.stream, "pages");
  progress.onStep(1);
  progress.stop();
  expect(quick.shown()).toBeNull();

  const file = terminal(false);
  const slow = showProgress(file.stream, "pages");
  vi.advanceTimersByTime(1_001);
  slow.onStep(1);
  slow.stop();
  expect(file.shown()).toBeNull();
});
