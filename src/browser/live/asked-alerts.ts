/** What a reader asked to be told of. It is known to this browser, and to the push service if the paper has one. */
export interface Alerts {
  /** Keys of sections; `null` is everything. */
  readonly sections: readonly string[] | null;
  /** Where pages tell: when the newest story was published that the reader knows of. */
  readonly since?: string | undefined;
  /** Where the push service tells: what the browser has given out for it. */
  readonly endpoint?: string | undefined;
}

/** `undefined` too where the browser keeps nothing for the paper. */
export function readAlerts(): Alerts | undefined {
  try {
    return localStorage.alerts && JSON.parse(localStorage.alerts);
  } catch {
    return undefined;
  }
}

/** By this name site.ts sees that there is something to keep. */
export function keepAlerts(alerts: Alerts): void {
  localStorage.alerts = JSON.stringify(alerts);
}

export function forgetAlerts(): void {
  delete localStorage.alerts;
}
