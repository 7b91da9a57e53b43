import { spawnSync } from "node:child_process";

/** Makes all that was written to a folder's file system survive a power cut. Node has no call for it. */
export function syncFileSystem(folder: string): void {
  const { status } = spawnSync("sync", ["-f", folder], { stdio: "ignore" });
  if (status !== 0) spawnSync("sync", { stdio: "ignore" });
}
