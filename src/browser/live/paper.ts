/** `/`, or the path at which the paper is. */
export function homeAddress(): string {
  return document.querySelector(".nameplate a")?.getAttribute("href") ?? "/";
}

/** What the masthead says of notifications. */
export function settings(): { readonly push: string | undefined; readonly seconds: number } {
  const { push, seconds } = document.querySelector<HTMLElement>(".promise")?.dataset ?? {};
  return { push, seconds: Number(seconds) };
}

/** Names of the sections by their keys, in order. */
export function sections(): Map<string, string> {
  const home = homeAddress();
  const links = [...document.querySelectorAll(".masthead .sections a")];
  const named = links.map((link) => {
    const key = link.getAttribute("href")?.slice(home.length, -1) ?? "";
    return [key, link.textContent] as const;
  });
  return new Map(named.filter(([key]) => !["latest", "archive"].includes(key)));
}
