/** The page as it is by now. */
export async function currentPage(): Promise<Document> {
  const response = await fetch(location.pathname, { cache: "no-cache" });
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
