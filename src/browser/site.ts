// Loaded by every page, and blocking none: what a reader sees without it is whole.

const THEME = "theme";

/** Of a reader whose browser keeps nothing for the paper, `undefined`: what they choose holds for the page. */
const storage = readStorage();

function readStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** A reader's choice stays until it is what the system asks for anyway. */
function switchTheme(button: HTMLButtonElement): void {
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemTheme = () => (system.matches ? "dark" : "light");
  const show = (theme: string | null) => {
    if (theme === null) delete dataset.theme;
    else dataset.theme = theme;
    button.setAttribute("aria-pressed", String((theme ?? systemTheme()) === "dark"));
  };
  show(storage?.getItem(THEME) ?? null);
  button.addEventListener("click", () => {
    const next = (dataset.theme ?? systemTheme()) === "dark" ? "light" : "dark";
    const chosen = next === systemTheme() ? null : next;
    if (chosen === null) storage?.removeItem(THEME);
    else storage?.setItem(THEME, chosen);
    show(chosen);
  });
  system.addEventListener("change", () => show(storage?.getItem(THEME) ?? null));
  // Chosen in another tab.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === THEME) show(newValue);
  });
}

const YEAR_MS = 365.2425 * 24 * 60 * 60 * 1000;

/** Says how old a story is that may be read as news. Its line is kept free, so that nothing moves. */
function showAge(line: HTMLElement): void {
  const published = document.querySelector<HTMLTimeElement>(".dt-published");
  if (published === null) return;
  const years = Math.floor((Date.now() - Date.parse(published.dateTime)) / YEAR_MS);
  if (years < Number(line.dataset.years)) return;
  line.textContent = `This story is more than ${years === 1 ? "a year" : `${years} years`} old.`;
}

/** By the browser's own means; without them the address is copied. */
function shareStory(button: HTMLButtonElement): void {
  const url = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
  const hasShare = "share" in navigator;
  if (!hasShare) button.textContent = "Copy link";
  button.addEventListener("click", async () => {
    if (hasShare) {
      // A reader who closes the dialog has not met an error.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    await navigator.clipboard.writeText(url);
    button.textContent = "Link copied";
  });
}

function onElement<E extends Element>(selector: string, run: (element: E) => void): void {
  const element = document.querySelector<E>(selector);
  if (element !== null) run(element);
}

const live = () => import("./live.ts");

/** What makes the page live can wait until all else is done. */
function whenIdle(run: (loaded: Awaited<ReturnType<typeof live>>) => void): void {
  const load = async () => run(await live());
  if ("requestIdleCallback" in window) requestIdleCallback(load);
  else setTimeout(load);
}

/** The promise is kept by a control. Nothing is asked before it is pressed. */
function offerAlerts(link: HTMLAnchorElement): void {
  if (storage === undefined) return;
  const isOn = "alerts" in storage;
  if (isOn) whenIdle(({ goOn }) => goOn());
  if (link.closest("[data-seconds]") === null) return;
  const control = document.createElement("button");
  control.type = "button";
  control.classList.toggle("on", isOn);
  control.append(...link.childNodes);
  link.replaceWith(control);
  control.addEventListener("click", async () => (await live()).openAlerts(control));
}

/** Whoever comes back to a story is told if it was updated meanwhile. */
function watchStory(story: HTMLElement): void {
  document.addEventListener("visibilitychange", async () => {
    if (!document.hidden) (await live()).tellOfUpdate(story);
  });
}

onElement(".promise a", offerAlerts);
onElement("article.story:not(.live)", watchStory);
onElement<HTMLElement>("article [data-live]", (text) =>
  whenIdle(({ followBlog }) => followBlog(text)),
);
onElement<HTMLElement>("latest-stories", (list) =>
  whenIdle(({ followStories }) => followStories(list)),
);
onElement(".theme", switchTheme);
onElement(".age", showAge);
onElement(".share", shareStory);
