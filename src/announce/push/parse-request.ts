import { createPublicKey } from "node:crypto";
import * as v from "valibot";
import { refuseEndpoint } from "../endpoint.ts";
import type { Subscribing } from "./subscription-store.ts";

/** Why a request can't be done. */
export interface Refusal {
  readonly status: 400 | 422;
  readonly error: string;
}

const endpoint = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const error = refuseEndpoint(dataset.value);
    if (error === undefined) return new URL(dataset.value).href;
    addIssue({ message: error });
    return NEVER;
  }),
);

const subscription = v.object({
  endpoint,
  keys: v.object({
    p256dh: v.pipe(
      v.string(),
      v.check(isPointOfP256, "keys.p256dh is no point of the curve P-256."),
    ),
    auth: v.pipe(
      v.string(),
      v.check((text) => bytesOf(text)?.length === 16, "keys.auth has not 16 bytes."),
    ),
  }),
});

const section = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/, "A section is named by its key."));

/** As it was stored, were it not refused. */
const oldEndpoint = v.pipe(
  v.string(),
  v.transform((text) => URL.parse(text)?.href ?? text),
);

const sections = v.pipe(
  v.array(v.unknown()),
  v.minLength(1, "No section is chosen: unsubscribe."),
  v.maxLength(100, "More than 100 sections are chosen."),
  v.array(section),
);

const subscribing = v.object({
  subscription,
  sections: v.nullish(sections),
  replaces: v.optional(oldEndpoint),
});

const unsubscribing = v.object({ endpoint: oldEndpoint });

export function parseSubscribing(bytes: ArrayBuffer): Subscribing | Refusal {
  const parsed = parse(subscribing, bytes);
  if ("status" in parsed) return parsed;
  const { subscription, sections, replaces } = parsed;
  return { subscription, choice: sections === null ? "everything" : sections, replaces };
}

export function parseUnsubscribing(bytes: ArrayBuffer): { readonly endpoint: string } | Refusal {
  return parse(unsubscribing, bytes);
}

function parse<T extends v.GenericSchema>(
  schema: T,
  bytes: ArrayBuffer,
): v.InferOutput<T> | Refusal {
  const value = parseJson(bytes);
  if (value === undefined) return { status: 400, error: "The body is no JSON in UTF-8." };
  const { success, output, issues } = v.safeParse(schema, value, { message: wrongType });
  return success ? output : { status: 422, error: errorOf(issues[0]) };
}

function wrongType({ input, expected }: v.GenericIssue): string {
  return input === undefined ? "It is missing." : `It is no ${expected}.`;
}

function errorOf(issue: v.GenericIssue): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
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
