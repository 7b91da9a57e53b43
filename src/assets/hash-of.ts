import { hash } from "node:crypto";

/** SHA-256 as the archive notes it: 32 hexadecimal digits. */
export function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex").slice(0, 32);
}
