import { type Html, html, trustedHtml } from "./html.ts";

/** Facts of schema.org for machines, in a script that no browser runs. */
export function jsonLd(facts: object): Html {
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts });
  return html`<script type="application/ld+json">${trustedHtml(inScript(json))}</script>`;
}

/** A sign that begins markup, or ends a line of old JavaScript, stands in JSON as its number: no text ends the script. */
function inScript(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
