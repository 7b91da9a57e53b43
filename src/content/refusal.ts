/** Why a value is refused. `code` is permanent, `hint` is something to type. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export function isRefusal<T>(result: T): result is Extract<T, Refusal> {
  return typeof result === "object" && result !== null && "code" in result && "hint" in result;
}

/** A value as it is shown in a message: in quotation marks, without what could disturb a terminal, and not at length. */
export function quoted(value: string): string {
  const short = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (sign) => `<${codePoint(sign)}>`,
  );
}

/** `U+0009`. */
export function codePoint(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
