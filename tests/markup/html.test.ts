import { expect, test } from "vitest";
import { html, joinHtml, nothing, trustedHtml } from "../../src/markup/html.ts";

test("a reader sees the signs of markup in a headline as they were written", () => {
  expect(html`<h1>${`"R&B" <b>`}</h1>`.toString()).toBe("<h1>&quot;R&amp;B&quot; &lt;b&gt;</h1>");
});

test("a text can't end the attribute it stands in", () => {
  expect(html`<img alt="${`" onerror="x`}">`.toString()).toBe('<img alt="&quot; onerror=&quot;x">');
});

test("markup inside markup is not escaped a second time", () => {
  expect(html`<p>${html`<b>${"R&B"}</b>`}</p>`.toString()).toBe("<p><b>R&amp;B</b></p>");
});

test("a list of markup is shown without anything between", () => {
  const names = ["Powell", "Ivanov"].map((name) => html`<li>${name}</li>`);
  expect(html`<ul>${names}</ul>`.toString()).toBe("<ul><li>Powell</li><li>Ivanov</li></ul>");
});

test("the other branch of a condition shows nothing", () => {
  expect(html`<p>${nothing}</p>`.toString()).toBe("<p></p>");
});

test("names are joined by what is given, escaped like them", () => {
  expect(joinHtml(["<A>", html`<b>B</b>`], " & ").toString()).toBe("&lt;A&gt; &amp; <b>B</b>");
});

test("markup that the program vouches for is shown as it is", () => {
  expect(html`${trustedHtml("<hr>")}`.toString()).toBe("<hr>");
});

test("what is neither text nor markup does not compile, and is not shown either", () => {
  const lookAlike = { toString: () => "<script>" };
  // @ts-expect-error
  expect(() => html`${null}`).toThrow();
  // @ts-expect-error
  expect(() => html`${undefined}`).toThrow();
  // @ts-expect-error
  expect(() => html`${7}`).toThrow();
  // @ts-expect-error
  expect(() => html`${false}`).toThrow();
  // @ts-expect-error
  expect(() => html`${new Date(0)}`).toThrow();
  // @ts-expect-error
  expect(() => html`${lookAlike}`).toThrow();
});
