import { byAddress } from "./by-address.ts";

/** `/`, or the path at which the paper is. */
export function homeAddress(): string {
  return (document.querySelector(".nameplate a") as HTMLAnchorElement).pathname;
}

/** What the masthead says of notifications. */
export function settings(): { readonly push?: string; readonly seconds?: string } {
  return (document.querySelector(".promise") as HTMLElement).dataset;
}

/** What the masthead leads to, by its address: first to the latest, then to the sections, last to the archive. */
export function fronts(): Map<string, HTMLElement> {
  return byAddress(document, ".sections li");
}
