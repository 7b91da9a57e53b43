import { ArchiveBusy } from "./archive/open-archive.ts";
import { NoContent } from "./paper.ts";
import { ForeignOutput } from "./publish/output-folder.ts";

/** Says what the command or the machine is at fault with. Faults of our own keep their trace. */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ArchiveBusy)
    return "Another build is running, for more than 60 seconds now.";
  if (error instanceof NoContent)
    return `There is no folder ${error.message}. Name the newsroom's with --content.`;
  if (error instanceof ForeignOutput) {
    return `${error.message} holds files that Dateline did not write. Empty it, or name another folder with --output.`;
  }
  if ("errcode" in error) return `The cache can't be used (SQLite: ${error.message}).`;
  // An error that comes from a worker has lost its properties.
  const [code] = /^E[A-Z0-9]+(?=: )/.exec(error.message) ?? [];
  if (code !== undefined) return `${refusal(code)} (${error.message})`;
  return String(error.stack);
}

function refusal(code: string): string {
  switch (code) {
    case "ENOSPC":
      return "The disk is full.";
    case "EROFS":
      return "Nothing can be written to this file system.";
    case "EACCES":
    case "EPERM":
      return "Permission is missing.";
    case "ENOTDIR":
    case "EEXIST":
      return "A file stands where a folder is needed.";
    default:
      return "The machine refuses.";
  }
}
