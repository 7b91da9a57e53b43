/** Of the box that the world is drawn in: from 80° north to 56° south. */
export const WORLD_SIZE = { width: 640, height: 274 } as const;

/** Pixels of a radian on the equator, and of the equator from the top. */
export const [SCALE, TOP] = [118.228, 152.3];

/** The map is cut opposite it, through the Bering Strait. */
export const MIDDLE_LONGITUDE = 11;

// Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018).
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;

/** Where a place is on the map of the world. */
export function equalEarth(longitude: number, latitude: number): readonly [x: number, y: number] {
  const turned = ((longitude - MIDDLE_LONGITUDE + 540) % 360) - 180;
  const theta = Math.asin(M * Math.sin(radians(latitude)));
  const square = theta * theta;
  const sixth = square ** 3;
  const x =
    (radians(turned) * Math.cos(theta)) /
    (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
  const y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
  return [WORLD_SIZE.width / 2 + SCALE * x, TOP - SCALE * y];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
