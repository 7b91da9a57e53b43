export type Dot = readonly [x: number, y: number];

/**
 * Gathers what is nearer than `distance` to an earlier dot around that one: by index, each gathering beginning with its dot.
 * So no two of these are nearer to each other.
 */
export function gatherDots(dots: readonly Dot[], distance: number): [number, ...number[]][] {
  const gathered: [number, ...number[]][] = [];
  for (const [index, dot] of dots.entries()) {
    const near = gathered.find(([first]) => distanceOf(dots[first] as Dot, dot) < distance);
    if (near === undefined) gathered.push([index]);
    else near.push(index);
  }
  return gathered;
}

function distanceOf([x, y]: Dot, [otherX, otherY]: Dot): number {
  return Math.hypot(x - otherX, y - otherY);
}
