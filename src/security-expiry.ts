import type { SiteParse } from "./content/parse-site.ts";
import type { Instant } from "./model/instant.ts";
import { EXPIRED, type Problem } from "./model/problem.ts";
import type { TextPlace } from "./model/reading.ts";
import { securityExpiry } from "./model/site.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTICE_MS = 30 * DAY_MS;
/** RFC 9116: who reads it should not have to rely on something older. */
const LONGEST_MS = 366 * DAY_MS;

/** Tells in time that the paper's security contact ceases to hold, which the settings alone don't show. */
export function expiryProblems({ site, expiryPlace }: SiteParse, now: Instant): Problem[] {
  const expiry = site && securityExpiry(site);
  if (expiry === undefined) return [];
  const left = expiry - now;
  if (left <= 0) return [problemAt(expiryPlace, OVER)];
  if (left <= NOTICE_MS) return [problemAt(expiryPlace, DUE)];
  return left > LONGEST_MS ? [problemAt(expiryPlace, FAR)] : [];
}

const HINT = "Make sure that the contact still holds, then write a day within a year from now.";

type Finding = Pick<Problem, "severity" | "code" | "message" | "hint">;

const OVER: Finding = {
  severity: "error",
  code: EXPIRED,
  message: "This day has come: /.well-known/security.txt is no longer published.",
  hint: HINT,
};

const DUE: Finding = {
  severity: "warning",
  code: "security-expires",
  message: "In 30 days or less /.well-known/security.txt is no longer published.",
  hint: HINT,
};

const FAR: Finding = {
  severity: "warning",
  code: "security-expires-late",
  message: "This day is more than a year away: nobody trusts a security.txt for so long.",
  hint: HINT,
};

function problemAt(place: TextPlace | undefined, finding: Finding): Problem {
  return { file: "site.yaml", ...(place as TextPlace), ...finding };
}
