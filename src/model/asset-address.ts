/** Address of an asset, named by its content: `/media/genoa-map.3f2a9c01.svg`. The same name never carries other bytes. */
export function assetAddress(
  folder: "assets" | "media" | "share",
  name: string,
  hash: string,
): string {
  const dot = name.lastIndexOf(".");
  return `/${folder}/${name.slice(0, dot)}.${hash.slice(0, 8)}${name.slice(dot)}`;
}
