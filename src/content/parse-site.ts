import { compareProblems, isError, type Problem } from "../model/problem.ts";
import type { TextPlace } from "../model/reading.ts";
import type { Site } from "../model/site.ts";
import { partsOf, placeAt } from "./gazetteer/find-place.ts";
import { refuseFirstWord } from "./key-rules.ts";
import { nearestHint } from "./nearest.ts";
import { parseKeys } from "./parse-keys.ts";
import { catchYamlFault, isYamlMap, loadYaml, type YamlMap } from "./parse-yaml.ts";
import { placesIn } from "./places.ts";
import { type KeyFinding, type PlacedFinding, problemAt, problemAtKey } from "./problem-in-file.ts";
import { isRefusal, quoted } from "./refusal.ts";
import { mailUrl, type SiteKeys, siteSchema } from "./site-schema.ts";

/** Plain data, which the archive can hold. */
export interface SiteParse {
  /** There exactly when no problem is an error. */
  readonly site?: Site;
  readonly problems: readonly Problem[];
  /** Where the address of each policy stands, for problems that others find. */
  readonly policyPlaces: Readonly<Record<string, TextPlace>>;
  /** Where the host stands, likewise. */
  readonly hostPlace?: TextPlace;
  /** Where it stands until when the security contact holds, likewise. */
  readonly expiryPlace?: TextPlace;
}

const FILE = "site.yaml";

/** Parses and checks the text of `site.yaml`. */
export function parseSite(text: string): SiteParse {
  const root = catchYamlFault(text, () => ({ values: loadYaml(text) }));
  if (isRefusal(root)) return { problems: [problemAt(FILE, root)], policyPlaces: {} };
  return isYamlMap(root.values)
    ? parseSettings(root.values, text)
    : { problems: [problemAt(FILE, SHAPE)], policyPlaces: {} };
}

const SHAPE: PlacedFinding = {
  line: 1,
  column: 1,
  length: 1,
  code: "site-shape",
  message: "site.yaml is not a list of keys with values.",
  hint: "Write one key a line: name: …",
};

function parseSettings(values: YamlMap, yaml: string): SiteParse {
  const places = placesIn(yaml, 1);
  const { complete, findings } = parseKeys(siteSchema, { values, places });
  const problems = [
    ...findings,
    ...checkSections(values),
    ...checkPlaces(values),
    ...checkPolicies(values),
    ...checkSilentHours(values),
    ...checkContact(values),
    ...checkSecurity(values),
  ]
    .map((finding) => problemAtKey(FILE, places, finding))
    .sort(compareProblems);
  if (complete === undefined || problems.some(isError)) return { problems, policyPlaces: {} };
  const policyPlaces = Object.keys(complete.organization.policies).map((property) => [
    property,
    places.placeOf(["organization", "policies", property], "value"),
  ]);
  return {
    site: siteOf(complete),
    problems,
    policyPlaces: Object.fromEntries(policyPlaces),
    ...(complete.host !== undefined && { hostPlace: places.placeOf(["host"], "value") }),
    ...(complete.security !== undefined && {
      expiryPlace: places.placeOf(["security", "expires"], "value"),
    }),
  };
}

function checkSections({ sections }: YamlMap): KeyFinding[] {
  if (!isYamlMap(sections)) return [];
  return Object.keys(sections).flatMap((key) => {
    const refusal = refuseFirstWord(key);
    return refusal ? [{ keys: ["sections", key], part: "key" as const, ...refusal }] : [];
  });
}

function checkPlaces({ places }: YamlMap): KeyFinding[] {
  if (!isYamlMap(places)) return [];
  const wrong = Object.keys(places).filter((dateline) => partsOf(dateline).length === 0);
  return wrong.map((dateline) => ({
    keys: ["places", dateline],
    part: "key",
    code: "place-dateline",
    message: `${quoted(dateline)} is no dateline.`,
    hint: 'Write it as stories have it: "CAMP LEMONNIER, Djibouti".',
  }));
}

/** Properties of schema.org's NewsMediaOrganization and its parents whose value is an address. */
const POLICIES = [
  "publishingPrinciples",
  "ethicsPolicy",
  "correctionsPolicy",
  "verificationFactCheckingPolicy",
  "actionableFeedbackPolicy",
  "unnamedSourcesPolicy",
  "noBylinesPolicy",
  "missionCoveragePrioritiesPolicy",
  "ownershipFundingInfo",
  "diversityPolicy",
  "diversityStaffingReport",
  "masthead",
];

function checkPolicies({ organization }: YamlMap): KeyFinding[] {
  const policies = isYamlMap(organization) ? organization.policies : undefined;
  if (!isYamlMap(policies)) return [];
  return Object.keys(policies)
    .filter((key) => !POLICIES.includes(key))
    .map((key) => ({
      keys: ["organization", "policies", key],
      part: "key",
      code: "policy-unknown",
      message: `${quoted(key)} is no policy that schema.org knows.`,
      hint: nearestHint(key, POLICIES),
    }));
}

function checkSilentHours({ silentHours }: YamlMap): KeyFinding[] {
  if (!isYamlMap(silentHours)) return [];
  const { from, to } = silentHours;
  if (from === undefined || from !== to) return [];
  return [
    {
      keys: ["silentHours", "to"],
      code: "silent-hours-empty",
      message: "Silent hours end when they begin.",
      hint: "Write another time, or delete silentHours.",
    },
  ];
}

/** Push services turn away who gives them no address of his own, to write to. */
function checkContact({ push, url, organization }: YamlMap): KeyFinding[] {
  const hasEmail = isYamlMap(organization) && organization.email !== undefined;
  if (push === undefined || hasEmail || !String(url).startsWith("http:")) return [];
  return [
    {
      keys: ["push"],
      part: "key",
      code: "push-contact",
      message:
        "Push services ask whom they can write to: url is not reached by https, and there is no email.",
      hint: "Add the lines organization: and, indented below it, email: desk@example.org",
    },
  ];
}

function checkSecurity({ security, organization }: YamlMap): KeyFinding[] {
  if (!isYamlMap(security) || "contact" in security) return [];
  if (isYamlMap(organization) && "email" in organization) return [];
  return [
    {
      keys: ["security"],
      part: "key",
      code: "security-contact",
      message: "Nobody is named whom to tell of a hole in the paper's security.",
      hint: "contact: security@example.org",
    },
  ];
}

function securityOf({ security, organization }: SiteKeys): Pick<Site, "security"> {
  if (security === undefined) return {};
  const contact = security.contact ?? mailUrl(organization.email as string);
  return { security: { ...security, contact } };
}

function siteOf(keys: SiteKeys): Site {
  const { sections, organization, places, security: _, ...site } = keys;
  return {
    ...site,
    ...securityOf(keys),
    base: new URL(keys.url).pathname.replace(/\/$/, ""),
    sections: Object.entries(sections).map(([key, section]) => ({ key, ...section })),
    places: Object.entries(places).map(([dateline, { name = dateline, ...point }]) => ({
      dateline,
      place: placeAt(name, point),
    })),
    organization: {
      ...organization,
      policies: Object.entries(organization.policies).map(([property, address]) => ({
        property,
        address,
      })),
    },
  };
}
