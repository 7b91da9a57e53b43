/** Elements whose words are none of the story's. */
const LEFT_OUT = new Set(["script", "style", "svg", "template", "noscript"]);

/** Elements that do not end a word. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

const TAG = /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/g;

/**
 * The words of a published story: what stands in its `e-content`, which is also how other readers of the
 * page tell (microformats.org); `undefined` where nothing does. For pages of ours alone: tags are whole, and closed in order.
 */
export function storyText(page: string): string | undefined {
  const start = /<([a-z]+)[^>]* class="[^"]*\be-content\b[^"]*"[^>]*>/.exec(page);
  if (start === null) return undefined;
  let depth = 1;
  let [from, text] = [start.index + start[0].length, ""];
  let leftOut: string | undefined;
  TAG.lastIndex = from;
  for (let tag = TAG.exec(page); tag !== null; tag = TAG.exec(page)) {
    const [whole, slash, name = ""] = tag;
    if (leftOut === undefined) text += page.slice(from, tag.index) + (INLINE.has(name) ? "" : " ");
    from = tag.index + whole.length;
    if (leftOut === name && slash === "/") leftOut = undefined;
    else if (LEFT_OUT.has(name) && slash === "") leftOut ??= name;
    if (name !== start[1]) continue;
    depth += slash === "/" ? -1 : 1;
    if (depth === 0) break;
  }
  return unescaped(text).replace(/\s+/g, " ").trim();
}

const SIGNS: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => SIGNS[name] as string);
}
