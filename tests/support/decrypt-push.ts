import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";
import type { Reader } from "./reader.ts";

// What a browser does with a message, by the letter of RFC 8188, 8291 and 8292: nothing here is of what encrypted it.

/** The text of a message that was encrypted for a reader. */
export function decryptPush(body: Buffer, { subscription: { keys }, privateKey }: Reader): string {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + senderKey.length);
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(privateKey);
  const readerKey = Buffer.from(keys.p256dh, "base64url");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), readerKey, senderKey]);
  const auth = Buffer.from(keys.auth, "base64url");
  const secret = hkdf(curve.computeSecret(senderKey), auth, info, 32);
  const key = hkdf(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  return withoutPadding(open(sealed, key, nonce)).toString();
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}

function open(sealed: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

/** The last record ends with 2 and any number of zeros. */
function withoutPadding(record: Buffer): Buffer {
  const end = record.findLastIndex((byte) => byte !== 0);
  if (record[end] !== 2) throw new Error("This is not the last record.");
  return record.subarray(0, end);
}

export interface Vapid {
  readonly aud: string;
  readonly exp: number;
  readonly sub: string;
  /** The paper's public key, in base64url. */
  readonly key: string;
}

/** What the header Authorization says, if it is signed by whom it says. */
export function verifyVapid(header: string | undefined): Vapid {
  const [, head = "", claims = "", signature = "", key = ""] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(header ?? "") ?? [];
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKeyOf(key), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (parse(head).alg !== "ES256" || !isSigned) throw new Error("The signature is wrong.");
  return { ...(parse(claims) as unknown as Omit<Vapid, "key">), key };
}

function parse(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

function publicKeyOf(key: string) {
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)];
  return createPublicKey({
    key: { kty: "EC", crv: "P-256", x: x.toString("base64url"), y: y.toString("base64url") },
    format: "jwk",
  });
}
