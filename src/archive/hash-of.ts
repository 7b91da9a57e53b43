import { hash } from "node:crypto";

/** SHA-256 by which texts and files are compared: 32 hexadecimal digits. */
export function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex").slice(0, 32);
}
