import {
  AnnounceBusy,
  KeysExist,
  NoKeys,
  NoPushService,
  NotBuilt,
} from "./announce/announce-faults.ts";
import { ArchiveBusy } from "./archive/open-archive.ts";
import { NotRecorded } from "./archive/open-recorded.ts";
import { NoContent } from "./content/require-content.ts";
import { ForeignOutput, NotPublished, OccupiedOutput } from "./publish/output-folder.ts";
import { NoPart, OtherEdition } from "./publish/parts.ts";
import { ForeignPartFolder } from "./publish/write-part.ts";
import { NoReport } from "./reported-changes.ts";

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
  if (error instanceof OccupiedOutput) {
    return `${error.message} is not empty. With --delta it gets what changed alone: empty it, or name another folder with --output.`;
  }
  if (error instanceof NotRecorded) {
    return `The archive ${error.message}. Record first, by \`node src/cli.ts record\`, and bring along the archive.sqlite that it leaves in the cache.`;
  }
  if (error instanceof ForeignPartFolder) {
    return `${error.message} holds files that are no part. Empty it, or name another folder with --output.`;
  }
  if (error instanceof NotPublished) {
    return `${error.message} does not hold what was recorded last. Publish it first, by \`node src/cli.ts build\`.`;
  }
  if (error instanceof NoPart) {
    return `${error.message} holds no part that can be read. Name folders that build --shard wrote to its end.`;
  }
  if (error instanceof OtherEdition) {
    return `The part in ${error.message} was made with other layouts, settings or code. Make it again with build --shard.`;
  }
  if (error instanceof NotBuilt) {
    return `No build left anything in ${error.message}. Run \`npm run build\` first, or name its folder with --cache.`;
  }
  if (error instanceof NoReport) {
    return `${error.message} is not what a build prints with --json.`;
  }
  if (error instanceof NoPushService) {
    return "site.yaml names no push service. Add a line: push: https://push.example.org/";
  }
  if (error instanceof NoKeys) {
    return `There are no keys in ${error.message}. Make them, once, by \`npm run push keys\`.`;
  }
  if (error instanceof KeysExist) {
    return `There are keys already, in ${error.message}. With others, no subscription there is could be sent to.`;
  }
  if (error instanceof AnnounceBusy) {
    return "Another announce is running. What it does not know of yet is told by the next one.";
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
