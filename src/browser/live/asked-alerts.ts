/** What a reader asked to be told of. It is known to this browser, and to the push service if the paper has one. */
export interface Alerts {
  /** Keys of sections; `null` is everything. */
  readonly sections: readonly string[] | null;
  /** Where pages tell: when the newest story was published that the reader knows of. */
  readonly since?: string | undefined;
  /** Where the push service tells: what the browser has given out for it. */
  readonly endpoint?: string | undefined;
}

/** By this name site.ts sees that there is something to keep. */
const KEY = "alerts";

export function readAlerts(): Alerts | undefined {
  const text = localStorage.getItem(KEY);
  return text === null ? undefined : JSON.parse(text);
}

export function keepAlerts(alerts: Alerts): void {
  localStorage.setItem(KEY, JSON.stringify(alerts));
}

export function forgetAlerts(): void {
  localStorage.removeItem(KEY);
}
