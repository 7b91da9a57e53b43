import { loadQuickly } from "./quick-loading.ts";

loadQuickly();
const work = await import("./work.ts");

let last: Promise<unknown> = Promise.resolve();

/** Tasks come before they can be done, so that the next need not be asked for: each waits for the one before it. */
function oneByOne<Task, Result>(run: (task: Task) => Result | Promise<Result>) {
  return (task: Task): Promise<Result> => {
    const result = last.then(() => run(task));
    last = result.catch(() => {});
    return result;
  };
}

export const prepareEleventy = oneByOne(work.prepareEleventy);
export const readFiles = oneByOne(work.readFiles);
export const makePages = oneByOne(work.makePages);
export const renderForPart = oneByOne(work.renderForPart);
