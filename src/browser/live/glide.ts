/** What a reader asked of the system: that nothing moves by itself. */
export function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Changes a list. All that stands elsewhere afterwards is seen to go there, instead of being there at once. */
export function glide(list: HTMLElement, change: () => void): void {
  const before = isStill() ? [] : placesOf(list);
  change();
  for (const [mover, top] of before) {
    const way = top - mover.getBoundingClientRect().top;
    // Less is what the browser rounds when it scrolls to keep a place.
    if (Math.abs(way) < 1 || !mover.isConnected) continue;
    mover.animate({ translate: [`0 ${way}px`, "0 0"] }, { duration: 300, easing: "ease-out" });
  }
}

/** Where the parts of a list are, and what follows it on the page. */
function placesOf(list: HTMLElement): [Element, number][] {
  const movers = [...list.querySelectorAll("article, li, h3")];
  for (let within: Element | null = list; within !== null; within = within.parentElement) {
    for (let next = within.nextElementSibling; next !== null; next = next.nextElementSibling) {
      movers.push(next);
    }
  }
  return movers.map((mover) => [mover, mover.getBoundingClientRect().top]);
}
