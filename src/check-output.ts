import { readFact } from "./archive/facts.ts";
import { openArchive } from "./archive/open-archive.ts";
import { parseStored } from "./archive/parse-stored.ts";
import { ProblemList } from "./archive/problem-list.ts";
import type { SiteParse } from "./content/parse-site.ts";
import { outputFile } from "./model/address.ts";
import type { Problem } from "./model/problem.ts";
import { HOST_HEADERS } from "./model/server-file.ts";
import { inspectCount } from "./proof/inspect-host.ts";
import { type Finding, problemIn } from "./proof/output-text.ts";
import { Proofreader } from "./proof/proofreader.ts";
import { listOutput, NotPublished, requirePublished } from "./publish/output-folder.ts";
import { twinsAt } from "./publish/twins.ts";
import { type ReportedChanges, readReportedChanges } from "./reported-changes.ts";

/**
 * What is wrong in the files of the output folder, which are read one by one, while nothing is published.
 * @param changesFile report of a build, where only what it changed is to be read.
 * @throws NotPublished
 */
export function checkOutput(
  outputFolder: string,
  cacheFolder: string,
  changesFile: string | undefined,
): ProblemList {
  requirePublished(outputFolder);
  using archive = openArchive(cacheFolder);
  const settings = readFact(archive, "settings");
  const site = settings && parseStored<SiteParse>(settings).site;
  if (!site) throw new NotPublished(outputFolder);
  const reader = new Proofreader(archive, site, outputFolder);
  const problems = new ProblemList();
  let files = 0;
  const changes = changesFile === undefined ? undefined : readReportedChanges(changesFile);
  for (const file of changes ? filesOf(changes, reader, problems) : listOutput(outputFolder)) {
    problems.add(reader.inspect(file));
    files++;
  }
  if (changes === undefined) problems.add(inspectCount(site, files).map(inHeaders));
  return problems;
}

/** The files that changed, where they are as the report says. */
function* filesOf(
  { added, changed, removed }: ReportedChanges,
  { files }: Proofreader,
  problems: ProblemList,
): Generator<string> {
  for (const address of removed.filter((gone) => files.has(gone))) {
    problems.add([misplaced(address, "is still there, and was removed")]);
  }
  for (const addresses of [added, changed]) {
    for (const address of addresses) {
      if (files.has(address)) yield* twinsAt(files.folder, outputFile(address));
      else problems.add([misplaced(address, "is not there, and was published")]);
    }
  }
}

function misplaced(address: string, state: string): Problem {
  const file = outputFile(address);
  return problemIn(
    { file, text: "" },
    {
      code: "output-file",
      message: `The file ${state}.`,
      hint: "Build everything again: npm run build -- --full",
    },
  );
}

/** What is wrong with all files together stands where the host is told of them. */
function inHeaders(finding: Finding): Problem {
  return problemIn({ file: outputFile(HOST_HEADERS.address), text: "" }, finding);
}
