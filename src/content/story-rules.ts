import type { KeyFinding } from "./problem-in-file.ts";
import type { StoryKeys } from "./story-schema.ts";

/** Keys that are wrong, or lacking, beside others. */
export function checkStoryRules(keys: Partial<StoryKeys>): KeyFinding[] {
  return [...checkReason(keys), ...checkEnded(keys), ...checkPostOrder(keys), ...checkTopics(keys)];
}

function checkReason({ status, reason }: Partial<StoryKeys>): KeyFinding[] {
  if (status === "withdrawn" && reason === undefined) return [REASON_MISSING];
  return status !== undefined && status !== "withdrawn" && reason !== undefined
    ? [REASON_WITHOUT_WITHDRAWN]
    : [];
}

const REASON_MISSING: KeyFinding = {
  keys: ["status"],
  code: "reason-missing",
  message: "Readers are told why a story was withdrawn.",
  hint: "Add a line: reason: …",
};

const REASON_WITHOUT_WITHDRAWN: KeyFinding = {
  keys: ["reason"],
  part: "key",
  code: "reason-without-withdrawn",
  message: "A reason is shown for a withdrawn story alone.",
  hint: "Add a line: status: withdrawn, or delete this one.",
};

function checkEnded({ kind, ended }: Partial<StoryKeys>): KeyFinding[] {
  if (ended === undefined || kind === undefined || kind === "live") return [];
  return [
    {
      keys: ["ended"],
      part: "key",
      code: "ended-without-live",
      message: "Only a live blog has an end.",
      hint: "Add a line: kind: live, or delete this one.",
    },
  ];
}

function checkPostOrder({ kind, order }: Partial<StoryKeys>): KeyFinding[] {
  if (order === undefined || kind === undefined || kind === "live") return [];
  return [
    {
      keys: ["order"],
      part: "key",
      code: "order-without-live",
      message: "Only the posts of a live blog have an order.",
      hint: "Add a line: kind: live, or delete this one.",
    },
  ];
}

function checkTopics({ topics = [] }: Partial<StoryKeys>): KeyFinding[] {
  const first = new Map<string, number>();
  const findings: KeyFinding[] = [];
  for (const [index, { key, name }] of topics.entries()) {
    const earlier = topics[first.get(key) ?? index];
    if (first.has(key) && earlier) {
      findings.push({
        keys: ["topics", index],
        severity: "warning",
        code: "topic-twice",
        message: `${name} and ${earlier.name} are the same topic: ${key}.`,
        hint: "Delete one of the two.",
      });
    }
    first.set(key, first.get(key) ?? index);
  }
  return findings;
}
