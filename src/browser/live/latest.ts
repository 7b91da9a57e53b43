/** /latest.json, and that of a section: layouts/latest.ts makes them. */
export interface Latest {
  /** Newest first. */
  readonly stories: readonly Story[];
  /** Addresses of stories that were withdrawn in the last day. */
  readonly withdrawn: readonly string[];
}

/** Texts end with three dots where they were shortened. */
export interface Story {
  readonly address: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly dateline?: string;
  readonly summary?: string;
  /** What readers must know before they read it as news. */
  readonly label?: string;
  /** Whether it is a draft, in a preview alone. */
  readonly preview?: string;
  readonly section?: string;
  /** Where it is another than the paper's. */
  readonly language?: string;
  /** `ltr` where it is left out. */
  readonly direction?: string;
  /** In words: `Nov. 24, 2026`. */
  readonly day: string;
  /** `9:30 a.m.`, and `EST`, where the newsroom gave a time. */
  readonly clock?: string;
  readonly zone?: string;
  readonly published: string;
  readonly modified: string;
}

/** More than these may have come where none of them is known. */
export const LATEST_LENGTH = 20;
