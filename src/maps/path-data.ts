import type { PathContext } from "d3-geo";

type Point = readonly [x: number, y: number];

interface Line {
  readonly points: Point[];
  isRing: boolean;
}

/** Takes down lines that are drawn, in whole pixels, and writes them as short as SVG's path data can be. */
export class PathData implements PathContext {
  readonly #lines: Line[] = [];

  beginPath(): void {}
  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#lines.push({ points: [], isRing: false });
    this.lineTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#lines.at(-1)?.points.push([Math.round(x), Math.round(y)]);
  }

  closePath(): void {
    const line = this.#lines.at(-1);
    if (line !== undefined) line.isRing = true;
  }

  /** Square pixels inside the rings. */
  get area(): number {
    return this.#rings().reduce((sum, { points }) => sum + areaOf(points), 0);
  }

  /** @param leastArea of rings that are shown. */
  toString(leastArea = 0): string {
    const lines = this.#lines.filter(
      ({ points, isRing }) => !isRing || Math.abs(areaOf(points)) >= leastArea,
    );
    let pen: Point = [0, 0];
    return lines
      .map(({ points, isRing }) => ({ points: cornersOf(points), isRing }))
      .filter(({ points }) => points.length > 1)
      .map(({ points, isRing }) => {
        const text = relative(points, pen) + (isRing ? "z" : "");
        pen = (isRing ? points[0] : points.at(-1)) as Point;
        return text;
      })
      .join("");
  }

  #rings(): Line[] {
    return this.#lines.filter(({ isRing }) => isRing);
  }
}

/** Positive for land, negative for a lake in it. */
function areaOf(points: readonly Point[]): number {
  let sum = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [previousX, previousY] = points.at(index - 1) as Point;
    sum += previousX * y - x * previousY;
  }
  return sum / 2;
}

/** Without points on the straight line between their neighbors. */
function cornersOf(points: readonly Point[]): Point[] {
  const corners: Point[] = [];
  for (const point of points) {
    const [a, b] = [corners.at(-2), corners.at(-1)];
    if (b !== undefined && isNext(b, point)) continue;
    if (a !== undefined && b !== undefined && isBetween(a, b, point)) corners.pop();
    corners.push(point);
  }
  return corners;
}

function isNext(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
}

function isBetween(a: Point, b: Point, c: Point): boolean {
  const [abX, abY, bcX, bcY] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return abX * bcY === abY * bcX && abX * bcX + abY * bcY > 0;
}

function relative(points: readonly Point[], pen: Point): string {
  let [[x, y], text, last] = [pen, "", ""];
  for (const [index, [nextX, nextY]] of points.entries()) {
    const [dx, dy] = [nextX - x, nextY - y];
    const command = index === 0 ? "m" : dy === 0 ? "h" : dx === 0 ? "v" : "l";
    // Behind `m` a second pair is a line.
    const isImplied = command === last || (command === "l" && last === "m");
    const numbers = command === "h" ? `${dx}` : command === "v" ? `${dy}` : pair(dx, dy);
    text += isImplied ? (numbers.startsWith("-") ? numbers : ` ${numbers}`) : command + numbers;
    [x, y, last] = [nextX, nextY, command];
  }
  return text;
}

function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
