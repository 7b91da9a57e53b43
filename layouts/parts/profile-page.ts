import type { Organization, Person, ProfilePage } from "schema-dts";
import { typographic } from "../../src/markup/typographic.ts";
import { listAddress } from "../../src/model/address.ts";
import { authorList } from "../../src/model/list.ts";
import { type Author, absoluteUrl, type Site } from "../../src/model/site.ts";

/** Somebody who writes for the paper. */
export function profilePage(site: Site, author: Author): ProfilePage {
  return { "@type": "ProfilePage", mainEntity: profile(site, author) };
}

function profile(site: Site, { key, kind, name, email, url }: Author): Person | Organization {
  return {
    "@type": kind === "person" ? "Person" : "Organization",
    name: typographic(name),
    url: absoluteUrl(site, listAddress(authorList(key))),
    ...(email !== undefined && { email }),
    ...(url !== undefined && { sameAs: url }),
  };
}
