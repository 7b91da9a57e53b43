/**
 * Part of a topic's address. Accents of Latin letters go (`São Paulo` is `sao-paulo`); marks that belong to the letters of
 * other scripts stay.
 */
export function topicKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "")
    .normalize("NFC");
}
