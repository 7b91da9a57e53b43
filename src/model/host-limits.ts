/** What Cloudflare Pages takes of a paper: of more it says nothing, or refuses the whole. */
export const CLOUDFLARE = {
  redirects: 2_000,
  redirectLength: 1_000,
  /** On its free plan; on others `paidFiles`. */
  files: 20_000,
  paidFiles: 100_000,
  fileBytes: 25 * 1024 * 1024,
} as const;
