import * as v from "valibot";
import { HOSTS, TWINS } from "../model/site.ts";
import { anyText, choice, degrees, line, list, map, namedEntries, whole } from "./fields.ts";
import { mediaPath } from "./media-path.ts";
import { nearestHint } from "./nearest.ts";
import { parseDate } from "./parse-date.ts";
import { isRefusal, quoted, type Refusal } from "./refusal.ts";
import { email, languageTag, webUrl } from "./web-rules.ts";

const FEEDS = ["full", "summary", "none"] as const;

const section = map({
  name: line(anyText, 100),
  description: v.exactOptional(line(anyText)),
});

const stamp = map({
  label: v.optional(line(anyText, 100), "Last Updated:"),
  format: v.optional(line(stampFormat, 100), "MM/DD/YYYY"),
});

const organization = map({
  logo: v.exactOptional(line(mediaPath)),
  policies: v.optional(namedEntries(line(policyAddress, 2000)), {}),
  email: v.exactOptional(line(email)),
});

const place = map({
  name: v.exactOptional(line(anyText, 100)),
  latitude: degrees(90),
  longitude: degrees(180),
});

const silentHours = map({ from: line(timeOfDay, 100), to: line(timeOfDay, 100) });

const security = map({
  contact: v.exactOptional(line(securityContact, 2000)),
  expires: line(day),
  policy: v.exactOptional(line(policyAddress, 2000)),
});

/** The paper's settings: what each value is by itself. */
export const siteSchema = v.strictObject({
  name: line(anyText, 100),
  tagline: v.exactOptional(line(anyText)),
  url: line(siteUrl, 2000),
  language: line(languageTag),
  zone: line(zone, 100),
  sections: namedEntries(section),
  stamp: v.optional(stamp, {}),
  promise: v.optional(
    line(anyText),
    "Get the latest updates as we post them — right on your browser",
  ),
  organization: v.optional(organization, {}),
  /** Datelines, and where they are. */
  places: v.optional(namedEntries(place), {}),
  feeds: v.optional(choice(FEEDS, refuseFeeds), "full"),
  host: v.exactOptional(choice(HOSTS, refuseHost)),
  twins: v.optional(list(choice(TWINS, refuseTwin)), []),
  priorityHours: v.optional(whole(1, 24 * 366), 24),
  ageNoticeYears: v.exactOptional(whole(1, 1000)),
  shareImagesSince: v.exactOptional(line(day)),
  notifications: v.optional(v.boolean(), true),
  pollSeconds: v.optional(whole(10, 86_400), 60),
  hub: v.exactOptional(line(webUrl, 2000)),
  indexNow: v.exactOptional(line(indexNowKey)),
  push: v.exactOptional(line(pushUrl, 2000)),
  silentHours: v.exactOptional(silentHours),
  security: v.exactOptional(security),
});

export type SiteKeys = v.InferOutput<typeof siteSchema>;

function siteUrl(text: string): string | Refusal {
  const url = webUrl(text);
  if (isRefusal(url)) return url;
  if (!/[?#]/.test(url)) return url.replace(/\/+$/, "");
  return {
    code: "site-url",
    message: `${quoted(text)} has more than a host and a path.`,
    hint: url.replace(/[?#].*$/, ""),
  };
}

/** Browsers let a page of https call nothing else, but for a service on the reader's own machine: a trial. */
function pushUrl(text: string): string | Refusal {
  const url = siteUrl(text);
  if (isRefusal(url) || /^(https:|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/.test(url)) return url;
  return {
    code: "push-url",
    message: `Browsers reach a push service by https alone, and ${quoted(text)} is not.`,
    hint: url.replace(/^http:/, "https:"),
  };
}

function indexNowKey(text: string): string | Refusal {
  if (/^[A-Za-z0-9-]{8,128}$/.test(text)) return text;
  return {
    code: "index-now-key",
    message: `${quoted(text)} is no key for IndexNow.`,
    hint: "Write 8 to 128 letters, digits and hyphens, here and in content/static/KEY.txt, named like the key.",
  };
}

function timeOfDay(text: string): string | Refusal {
  if (isTimeOfDay(text)) return text;
  const [, hour = "", minute = "00"] = /^(\d\d?)(?:[:.h]?(\d\d))?$/.exec(text) ?? [];
  const near = `${hour.padStart(2, "0")}:${minute}`;
  return {
    code: "time-form",
    message: `${quoted(text)} is not a time of the day.`,
    hint:
      isTimeOfDay(near) && hour !== ""
        ? near
        : "Hours are 00 to 23, minutes follow a colon: 21:00.",
  };
}

function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function zone(text: string): string | Refusal {
  if (isZone(text)) return text;
  return {
    code: "zone-unknown",
    message: `${quoted(text)} is no zone of the IANA's list.`,
    hint: nearestHint(text, Intl.supportedValuesOf("timeZone")),
  };
}

function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Parts of a day that dayjs knows; a time of day would need a zone that readers can't see. */
const DAY_TOKENS = /^(YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|dd|d)+$/;

function stampFormat(text: string): string | Refusal {
  const words = text.replace(/\[[^\]]*\]/g, " ").match(/[a-z]+/gi) ?? [];
  if (words.length > 0 && words.every((word) => DAY_TOKENS.test(word))) return text;
  return {
    code: "stamp-format",
    message: `${quoted(text)} is not how a day can be written.`,
    hint: 'Parts: YYYY, MM, M, MMMM, DD, D, dddd; other words in brackets: "D MMMM YYYY", "D [de] MMMM".',
  };
}

function securityContact(text: string): string | Refusal {
  if (/^https?:/i.test(text)) return webUrl(text);
  const address = email(text);
  return isRefusal(address) ? address : mailUrl(address);
}

export function mailUrl(address: string): string {
  return `mailto:${encodeURI(address)}`;
}

function policyAddress(text: string): string | Refusal {
  return /^\/(?!\/)[^\s?#\\]*$/.test(text) ? text : webUrl(text);
}

function day(text: string): string | Refusal {
  const stamp = parseDate(text, "UTC");
  return isRefusal(stamp) ? stamp : stamp.day;
}

function refuseHost(text: string): Refusal {
  return {
    code: "host-unknown",
    message: `${quoted(text)} is no host that files can be written for.`,
    hint: nearestHint(text, HOSTS),
  };
}

function refuseTwin(text: string): Refusal {
  return {
    code: "twin-unknown",
    message: `${quoted(text)} is no way in which files can be compressed beforehand.`,
    hint: nearestHint(text, TWINS),
  };
}

function refuseFeeds(text: string): Refusal {
  return {
    code: "feeds-unknown",
    message: `${quoted(text)} is nothing that feeds can carry.`,
    hint: nearestHint(text, FEEDS),
  };
}
