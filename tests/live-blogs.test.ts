import { expect, test } from "vitest";
import { paperFrom } from "./support/paper-from.ts";

test("x", async () => {
  const paper = paperFrom(`
-- stories/2026/11/polls.md --
---
headline: Voters go to the polls
dateline: ROME
published: 2026-11-23 08:00
section: world
kind: live
---
Rome votes.

- Turnout is high.
- Polls close at 11.

## 2026-11-24 06:30 Polls open again

Doors opened.[^1]

### Where

[See](#post-0600)

[^1]: On time.

## 2026-11-24 06:00

Long queues. <b>

## 2026-11-23 08:05 Polls open

First votes.[^1]

[^1]: Note.

## 2026-11-24 12:00 Later

Secret word.
`);
  const report = await paper.build();
  console.log(report.codes, report.changes, report.nextChangeAt);
  for (const a of ["/2026/11/polls/", "/2026/11/polls/2026-11-23/", "/2026/11/polls/live.json", "/feed.xml"]) console.log(a, Buffer.from(String(paper.page(a)), "latin1").toString());
  expect(1).toBe(1);
});
