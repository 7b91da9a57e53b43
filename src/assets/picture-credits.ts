import sharp from "sharp";

/** Who made a picture, who gave it and whose it is: what must not be lost with the rest of what is noted in a file. */
interface Credits {
  readonly creator?: string;
  readonly credit?: string;
  readonly rights?: string;
}

/** The credits of a picture as XMP, from its XMP, IPTC or EXIF; `undefined` where there are none. */
export async function creditsOf(source: Uint8Array): Promise<string | undefined> {
  const { xmp, iptc, exif } = await sharp(source, { limitInputPixels: false }).metadata();
  const credits: Credits = {
    ...(exif && creditsInExif(exif)),
    ...(iptc && creditsInIptc(iptc)),
    ...(xmp && creditsInXmp(xmp.toString("utf8"))),
  };
  return Object.keys(credits).length === 0 ? undefined : xmpOf(credits);
}

function creditsInXmp(xmp: string): Credits {
  const inElement = (name: string) =>
    new RegExp(`<${name}>[\\s\\S]*?(?:<rdf:li[^>]*>)?([^<]+)</(?:rdf:li|${name})>`).exec(xmp)?.[1];
  return given({
    creator: inElement("dc:creator"),
    credit: /photoshop:Credit="([^"]*)"/.exec(xmp)?.[1] ?? inElement("photoshop:Credit"),
    rights: inElement("dc:rights"),
  });
}

/** Numbers of the data sets in record 2 of IPTC's Information Interchange Model. */
const BYLINE = 80;
const CREDIT = 110;
const COPYRIGHT = 116;

function creditsInIptc(iptc: Buffer): Credits {
  const sets = new Map<number, string>();
  for (let at = iptc.indexOf("\x1c\x02", "latin1"); at >= 0 && at + 5 <= iptc.length; ) {
    const end = at + 5 + iptc.readUInt16BE(at + 3);
    const number = iptc[at + 2] as number;
    if (!sets.has(number)) sets.set(number, escaped(iptc.toString("utf8", at + 5, end)));
    at = iptc.indexOf("\x1c\x02", end, "latin1");
  }
  return given({
    creator: sets.get(BYLINE),
    credit: sets.get(CREDIT),
    rights: sets.get(COPYRIGHT),
  });
}

const ARTIST = 0x013b;
const RIGHTS = 0x8298;

/** The first directory of a TIFF, in which EXIF is written. */
function creditsInExif(exif: Buffer): Credits {
  const tiff = exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const texts = new Map<number, string>();
  try {
    const first = long(4);
    for (let index = 0; index < short(first); index++) {
      const at = first + 2 + index * 12;
      const length = long(at + 4);
      const start = length > 4 ? long(at + 8) : at + 8;
      const text = tiff.toString("utf8", start, start + length);
      if (short(at + 2) === ASCII) texts.set(short(at), escaped(text));
    }
  } catch {
    // A damaged directory: the picture is shown without what it says.
  }
  return given({ creator: texts.get(ARTIST), rights: texts.get(RIGHTS) });
}

const ASCII = 2;

function given(credits: { readonly [Key in keyof Credits]: string | undefined }): Credits {
  const trimmed = Object.entries(credits).map(([key, text]) => [key, text?.trim()]);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== undefined && text !== ""));
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}

function xmpOf({ creator, credit, rights }: Credits): string {
  const parts = [
    creator && `<dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator>`,
    credit && `<photoshop:Credit>${credit}</photoshop:Credit>`,
    rights &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${rights}</rdf:li></rdf:Alt></dc:rights>`,
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${parts.filter(Boolean).join("")}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}
