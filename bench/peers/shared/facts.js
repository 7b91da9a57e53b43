// What pages tell machines, in the words of schema.org.

/** The text of a script in JSON-LD. */
export function jsonLd(facts) {
  return JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
}

/** Below nothing else a page lies below the front page. */
export function breadcrumbs(site, parents, current) {
  const above = parents.length === 0 ? [{ name: site.name, address: "/" }] : parents;
  return {
    "@type": "BreadcrumbList",
    itemListElement: [
      ...above.map(({ name, address }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: `${site.url}${address}`,
      })),
      { "@type": "ListItem", position: above.length + 1, name: current },
    ],
  };
}

export function newsArticle(site, story, authors) {
  const url = `${site.url}${story.address}`;
  const { name, latitude, longitude } = story.place;
  return {
    "@type": "NewsArticle",
    headline: story.headline,
    description: story.summary,
    url,
    mainEntityOfPage: url,
    datePublished: story.published.iso,
    dateModified: (story.updated ?? story.published).iso,
    author: story.byline.map((key) => profile(site, key, authors[key])),
    publisher: newsMediaOrganization(site),
    dateline: story.dateline,
    locationCreated: { "@type": "Place", name, geo: { "@type": "GeoCoordinates", latitude, longitude } },
    articleSection: site.sections[story.section].name,
    ...(story.topics.length > 0 && { keywords: story.topics.map(({ name }) => name) }),
    copyrightHolder: { "@type": "Organization", name: site.name },
    inLanguage: site.language,
    isAccessibleForFree: true,
  };
}

export function profilePage(site, key, author) {
  return { "@type": "ProfilePage", mainEntity: profile(site, key, author) };
}

export function newsMediaOrganization({ name, url }) {
  return { "@type": "NewsMediaOrganization", name, url: `${url}/`, logo: `${url}/assets/icon-512.png` };
}

export function webSite({ name, tagline, url, language }) {
  return { "@type": "WebSite", name, description: tagline, url: `${url}/`, inLanguage: language };
}

function profile(site, key, { kind, name }) {
  return {
    "@type": kind === "person" ? "Person" : "Organization",
    name,
    url: `${site.url}/authors/${key}/`,
  };
}
