import type { Instant } from "./instant.ts";
import type { PictureForm } from "./picture.ts";
import type { Problem } from "./problem.ts";
import type { Author, EditorsPage } from "./site.ts";
import type { PublishedStory, Withdrawal } from "./story.ts";

/** A content file as the file system or Git tells of it, without opening it. */
export interface SeenFile {
  /** Inside the content folder. */
  readonly path: string;
  /** Git's name of its content; absent where the file is not committed, or differs from what is. */
  readonly objectId?: string;
  /** Bytes, and milliseconds; where there is no object id. */
  readonly size?: number;
  readonly modified?: number;
}

/** What came of reading a file that is new, changed, gone, or due. Plain data: workers read too. */
export interface Reading {
  readonly file: SeenFile;
  /** SHA-256 of its bytes; empty where they could not be read. */
  readonly hash: string;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  /** Instants at which reading the same bytes gives another outcome. */
  readonly dueAt: readonly Instant[];
  /** Of what the archive may find a fault with. */
  readonly places: { readonly status: TextPlace; readonly aliases: readonly TextPlace[] };
  /** Addresses inside the paper that the text links to. */
  readonly links: readonly LinkPlace[];
}

export interface LinkPlace extends TextPlace {
  readonly address: string;
}

export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export type PlaceOf = (keys: readonly (string | number)[], part: "key" | "value") => TextPlace;

export type Outcome =
  | { readonly kind: "story"; readonly story: PublishedStory | Withdrawal }
  | { readonly kind: "author"; readonly author: Author }
  | { readonly kind: "editors-page"; readonly page: EditorsPage }
  /** `form` is that of a picture. */
  | { readonly kind: "copied"; readonly form?: PictureForm }
  /** Touched, but with the bytes that were read before. */
  | { readonly kind: "same" }
  /** A draft or a scheduled story: nothing of it is kept. */
  | { readonly kind: "hidden"; readonly state: "draft" | "scheduled" }
  /** Has errors: what was published of it before stays. */
  | { readonly kind: "faulty" }
  /** Nothing of it may stay: the file is gone, or its status can't be read. */
  | { readonly kind: "down" }
  | { readonly kind: "gone" };
