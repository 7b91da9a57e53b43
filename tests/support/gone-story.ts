/** A story that was withdrawn, as `paperFrom` reads it. */
export const GONE_STORY = `-- stories/2026/08/gone.md --
---
headline: Never so
published: 2026-08-02T09:00Z
status: withdrawn
reason: It was wrong.
---
Nothing.
`;
