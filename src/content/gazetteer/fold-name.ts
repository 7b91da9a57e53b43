const LETTERS: Readonly<Record<string, string>> = {
  Ł: "L",
  Ø: "O",
  Đ: "D",
  Ð: "D",
  Þ: "TH",
  Æ: "AE",
  Œ: "OE",
};

const SHORT: Readonly<Record<string, string>> = {
  ST: "SAINT",
  STE: "SAINTE",
  FT: "FORT",
  MT: "MOUNT",
};

/** A name as the tables have it: `St. Georgeʼs` and `SAINT GEORGE'S` are both `SAINT GEORGES`. */
export function foldName(name: string): string {
  return plainLetters(name)
    .replace(/[.'’‘`´ʻʼʿ]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replace(/^(ST|STE|FT|MT)(?= )/, (short) => SHORT[short] as string);
}

/** Capitals, without the accents of letters that have capitals with and without. */
function plainLetters(name: string): string {
  if (/^[ -~]*$/.test(name)) return name.toUpperCase();
  return name
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[ŁØĐÐÞÆŒ]/g, (letter) => LETTERS[letter] as string)
    .normalize("NFC");
}
