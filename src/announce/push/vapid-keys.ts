import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KeysExist, NoKeys } from "../announce-faults.ts";

/** The key pair by which push services know the paper (RFC 8292), in base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** @throws KeysExist */
export function makeKeys(folder: string): VapidKeys {
  const file = keysFile(folder);
  if (existsSync(file)) throw new KeysExist(file);
  const keys = newKeys();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return keys;
}

/** @throws NoKeys */
export function readKeys(folder: string): VapidKeys {
  const file = keysFile(folder);
  if (!existsSync(file)) throw new NoKeys(file);
  return JSON.parse(readFileSync(file, "utf8"));
}

function keysFile(folder: string): string {
  return join(folder, "vapid-keys.json");
}

function newKeys(): VapidKeys {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y, d } = privateKey.export({ format: "jwk" });
  const point = [x, y].map((half) => Buffer.from(String(half), "base64url"));
  const publicKey = Buffer.concat([Buffer.of(4), ...point]).toString("base64url");
  return { publicKey, privateKey: String(d) };
}
