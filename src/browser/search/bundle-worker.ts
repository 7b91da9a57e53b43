/** A bundle's index in one language, as Pagefind found something in it. */
export interface Found {
  readonly results: readonly { readonly data: string }[];
}

/** What Pagefind keeps of a story. */
export interface Fragment {
  readonly url: string;
  /** With `<mark>` around what was looked for; other signs of markup are escaped. */
  readonly excerpt: string;
  readonly meta: { readonly title: string };
  /** `label` is what readers must know of a story before they read it as news: `Opinion`. */
  readonly filters: Readonly<Record<"language" | "at" | "stamp", readonly string[]>> &
    Readonly<Partial<Record<"section" | "label", readonly string[]>>>;
}

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };

/**
 * Pagefind's worker with one index loaded. Pagefind's own module can't have several indexes in one folder,
 * which is what lets all bundles share its code; so this speaks to the worker directly, as that module does.
 */
export class BundleWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  /**
   * @param folder address of the bundles.
   * @param tag of the index in Pagefind's list.
   * @param edition of that list.
   */
  constructor(folder: string, tag: string, edition: string) {
    this.#worker = new Worker(`${folder}pagefind-worker.js`);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.error === undefined) waiting?.resolve(data.result);
      else waiting?.reject(new Error(data.error));
    });
    this.#worker.addEventListener("error", ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
    });
    this.#ask("init", [
      { basePath: folder, language: tag, metaCacheTag: edition, excerptEllipsis: "…" },
    ]).catch(() => {});
  }

  /** Stories with all of the words, newest first. */
  search(words: string, section: string): Promise<Found> {
    const filters = section === "" ? {} : { section: [section] };
    return this.#ask("search", [words, { filters, sort: { at: "desc" } }]);
  }

  read({ data }: Found["results"][number]): Promise<Fragment> {
    return this.#ask("getData", [data]);
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask<Result>(method: string, args: readonly unknown[]): Promise<Result> {
    const id = this.#asked++;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, instanceId: "search", method, args });
    return waiting.promise as Promise<Result>;
  }
}
