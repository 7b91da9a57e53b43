/** Changes a list. All that stands elsewhere afterwards is seen to go there, instead of being there at once. */
export function glide(list: HTMLElement, change: () => void): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const before = isStill ? [] : placesOf(list);
  change();
  for (const [mover, top] of before) {
    const way = top - mover.getBoundingClientRect().top;
    // Less is what the browser rounds when it scrolls to keep a place.
    if (Math.abs(way) < 1 || !mover.isConnected) continue;
    const moved = [{ translate: `0 ${way}px` }, { translate: "0 0" }];
    mover.animate(moved, { duration: 300, easing: "ease-out" });
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
