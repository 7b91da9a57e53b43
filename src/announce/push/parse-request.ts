import { createPublicKey } from "node:crypto";
import * as z from "zod";
import { refuseEndpoint } from "../endpoint.ts";
import type { Subscribing } from "./subscription-store.ts";

/** Why a request can't be done. */
export interface Refusal {
  readonly status: 400 | 422;
  readonly error: string;
}

const endpoint = z.string().transform((text, context) => {
  const error = refuseEndpoint(text);
  if (error === undefined) return new URL(text).href;
  context.addIssue({ code: "custom", message: error });
  return z.NEVER;
});

const subscription = z.object({
  endpoint,
  keys: z.object({
    p256dh: z.string().refine(isPointOfP256, "keys.p256dh is no point of the curve P-256."),
    auth: z.string().refine((text) => bytesOf(text)?.length === 16, "keys.auth has not 16 bytes."),
  }),
});

const section = z.string().regex(/^[a-z0-9-]{1,100}$/, "A section is named by its key.");

/** As it was stored, were it not refused. */
const oldEndpoint = z.string().transform((text) => URL.parse(text)?.href ?? text);

const subscribing = z.object({
  subscription,
  sections: z.array(section).min(1, "No section is chosen: unsubscribe.").max(100).nullish(),
  replaces: oldEndpoint.optional(),
});

const unsubscribing = z.object({ endpoint: oldEndpoint });

export function parseSubscribing(bytes: ArrayBuffer): Subscribing | Refusal {
  const parsed = parse(subscribing, bytes);
  if ("status" in parsed) return parsed;
  const { subscription, sections, replaces } = parsed;
  return { subscription, choice: sections === null ? "everything" : sections, replaces };
}

export function parseUnsubscribing(bytes: ArrayBuffer): { readonly endpoint: string } | Refusal {
  return parse(unsubscribing, bytes);
}

function parse<T extends z.ZodObject>(schema: T, bytes: ArrayBuffer): z.output<T> | Refusal {
  const value = parseJson(bytes);
  if (value === undefined) return { status: 400, error: "The body is no JSON in UTF-8." };
  const { data, error } = schema.safeParse(value);
  return data ?? { status: 422, error: errorOf(error as z.ZodError) };
}

function errorOf({ issues: [issue] }: z.ZodError): string {
  const { path, message } = issue as z.core.$ZodIssue;
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Anything else could not be encrypted for. */
function isPointOfP256(text: string): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== 65 || bytes[0] !== 4) return false;
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((half) =>
    half.toString("base64url"),
  );
  try {
    createPublicKey({
      key: { kty: "EC", crv: "P-256", x: x as string, y: y as string },
      format: "jwk",
    });
    return true;
  } catch {
    return false;
  }
}

function bytesOf(text: string): Buffer | undefined {
  return /^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, "base64url") : undefined;
}
