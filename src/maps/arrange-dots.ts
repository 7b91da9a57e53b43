export type Dot = readonly [x: number, y: number];

/** Moves dots as little as needed, so that no two are nearer than `distance`: the earlier in the list, the less. */
export function nudgeApart(dots: readonly Dot[], distance: number, box: Box): Dot[] {
  const placed: Dot[] = [];
  for (const dot of dots) {
    const isFree = (spot: Dot) => placed.every((other) => distanceOf(spot, other) >= distance);
    placed.push(spotsAround(dot, box).find(isFree) as Dot);
  }
  return placed;
}

/** Gathers what is nearer than `distance` to an earlier dot around that one, by index; each gathering begins with its dot. */
export function gatherNear(dots: readonly Dot[], distance: number): number[][] {
  const gathered: number[][] = [];
  for (const [index, dot] of dots.entries()) {
    const near = gathered.find(([first = 0]) => distanceOf(dots[first] as Dot, dot) < distance);
    if (near === undefined) gathered.push([index]);
    else near.push(index);
  }
  return gathered;
}

export interface Box {
  readonly width: number;
  readonly height: number;
  /** That dots keep from its sides. */
  readonly margin: number;
}

/** Where dots can be that would be outside. */
export function inside([x, y]: Dot, { width, height, margin }: Box): Dot {
  return [clamp(x, margin, width - margin), clamp(y, margin, height - margin)];
}

const SPOTS_A_CIRCLE = 24;

/** Ever farther from a dot, without end. */
function* spotsAround([x, y]: Dot, box: Box): Generator<Dot> {
  yield inside([x, y], box);
  for (let radius = 1; ; radius++) {
    for (let index = 0; index < SPOTS_A_CIRCLE; index++) {
      const angle = (2 * Math.PI * index) / SPOTS_A_CIRCLE;
      const spot = inside([x + radius * Math.cos(angle), y + radius * Math.sin(angle)], box);
      yield spot;
    }
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}

function distanceOf([x, y]: Dot, [otherX, otherY]: Dot): number {
  return Math.hypot(x - otherX, y - otherY);
}
