import { expect, test } from "vitest";
import { parseSite } from "../src/content/parse-site.ts";
import { stopsEverything } from "../src/model/problem.ts";
import { paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";

const ADDRESS = "/.well-known/security.txt";

function securePaper(security: string, url = "https://example.org"): TestPaper {
  const paper = paperFrom("");
  paper.write(
    "site.yaml",
    `${SITE_YAML.replace("https://example.org", url)}security: ${security}\n`,
  );
  return paper;
}

test("C8.6 whoever finds a hole is told whom to tell, until when that holds, and where it is written", async () => {
  const paper = securePaper(
    "{ contact: security@example.org, expires: 2027-06-01, policy: /about/ }",
  );
  expect((await paper.build()).problems).toEqual([]);
  expect(paper.page(ADDRESS)).toBe(`Contact: mailto:security@example.org
Expires: 2027-06-01T04:00:00Z
Canonical: https://example.org/.well-known/security.txt
Policy: https://example.org/about/
`);
});

test("C8.6 a file without https names no canonical address", async () => {
  const paper = securePaper(
    "{ contact: https://example.com/report, expires: 2027-06-01 }",
    "http://example.org/paper",
  );
  await paper.build();
  expect(paper.page(ADDRESS)).toBe(`Contact: https://example.com/report
Expires: 2027-06-01T04:00:00Z
`);
});

test("without the setting there is no file", async () => {
  const paper = paperFrom("");
  await paper.build();
  expect(paper.page(ADDRESS)).toBeUndefined();
});

test("the paper's e-mail address is the contact where no other is given; one there must be", () => {
  const parse = (more: string) =>
    parseSite(`${SITE_YAML}security: { expires: 2027-06-01 }\n${more}`);
  expect(parse("organization: { email: desk@example.org }").site?.security).toEqual({
    contact: "mailto:desk@example.org",
    expires: "2027-06-01",
  });
  expect(parse("").problems).toMatchObject([{ code: "security-contact", line: 8, column: 1 }]);
});

test.each([
  ["2027-06-01", []],
  ["2026-12-24", ["security-expires"]],
  ["2026-11-24", ["security-expired"]],
  ["2028-06-01", ["security-expires-late"]],
])("C8.6 at noon of 2026-11-24 %s has the problems %j", async (expires, codes) => {
  const paper = securePaper(`{ contact: a@example.org, expires: ${expires} }`);
  const report = await paper.build();
  expect(report.codes).toEqual(codes);
  expect(report.problems.map(({ line, column }) => [line, column])).toEqual(
    codes.map(() => [8, 46]),
  );
});

test("on its last day the file goes, with an error that holds up nobody", async () => {
  const paper = securePaper("{ contact: a@example.org, expires: 2026-11-25 }");
  const { nextChangeAt } = await paper.build();
  expect(nextChangeAt).toBe("2026-11-25T05:00:00Z");
  paper.now = Temporal.Instant.from(String(nextChangeAt)).epochMilliseconds;
  const report = await paper.build();
  expect(report.changes).toEqual({ added: [], changed: [], removed: [ADDRESS] });
  expect(report.problems.map(stopsEverything)).toEqual([false]);
  paper.now -= 1000;
  expect((await paper.build()).changes.added).toEqual([ADDRESS]);
});
