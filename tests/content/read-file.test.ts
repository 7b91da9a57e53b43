import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContentFile, readContentFile } from "../../src/content/read-file.ts";
import { formatProblem } from "../../src/desk/format-problem.ts";
import type { Problem } from "../../src/model/problem.ts";

let folder: string;
const server = createServer();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  const write = (path: string, bytes: string | Uint8Array) =>
    writeFileSync(join(folder, path), bytes);
  mkdirSync(join(folder, "folder.md"));
  mkdirSync(join(folder, "real"));
  write("real/story.md", "Winds rise.");
  write("bom.md", "\ufeffWinds rise.");
  write("lf.md", "Winds\n\nrise.");
  write("crlf.md", "Winds\r\n\r\nrise.");
  write("cr.md", "Winds\r\rrise.");
  write("nul.md", "Winds \0 rise.");
  write("utf-16.md", Buffer.from("\ufeffWinds rise.", "utf16le"));
  write("utf-16-be.md", Buffer.from("Winds rise.", "utf16le").swap16());
  write("latin-1.md", Buffer.from("Orkán nears", "latin1"));
  write("picture.md", Buffer.from("89504e470d0a1a0a00000d49", "hex"));
  write("ten-megabytes.md", "x".repeat(10_000_000));
  write("locked.md", "Winds rise.");
  chmodSync(join(folder, "locked.md"), 0);
  symlinkSync("/etc/passwd", join(folder, "link.md"));
  symlinkSync("real", join(folder, "linked"));
  symlinkSync("nowhere", join(folder, "dangling.md"));
  execFileSync("mkfifo", [join(folder, "pipe.md")]);
  await new Promise<void>((resolve) => server.listen(join(folder, "socket.md"), resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function read(path: string): ContentFile | Problem {
  return readContentFile(folder, path);
}

describe("A file is read", () => {
  test("with the hash of its text", () => {
    expect(read("real/story.md")).toEqual({
      source: "Winds rise.",
      hash: "7a83d0f954b1f38cb624d61089d25671",
    });
  });

  test("without its byte order mark", () => {
    expect(read("bom.md")).toMatchObject({ source: "Winds rise." });
  });

  test("as the same text whatever its line ends", () => {
    expect(read("lf.md")).toMatchObject({ source: "Winds\n\nrise." });
    expect(read("crlf.md")).toEqual(read("lf.md"));
    expect(read("cr.md")).toEqual(read("lf.md"));
  });
});

const REPORTS = [
  `folder.md:1:1 error file-is-folder
This is a folder where a file is expected.
hint: Rename it so that it doesn't look like a file.`,

  `link.md:1:1 error file-symlink
The file, or a folder that it is in, is a symbolic link.
hint: Put the file itself here.`,

  `linked/story.md:1:1 error file-symlink
The file, or a folder that it is in, is a symbolic link.
hint: Put the file itself here.`,

  `dangling.md:1:1 error file-symlink
The file, or a folder that it is in, is a symbolic link.
hint: Put the file itself here.`,

  `pipe.md:1:1 error file-not-regular
This is not a file but a pipe, a socket or a device.
hint: Delete it.`,

  `socket.md:1:1 error file-not-regular
This is not a file but a pipe, a socket or a device.
hint: Delete it.`,

  `gone.md:1:1 error file-unreadable
The file can't be read (ENOENT).
hint: Check that it is there and that you are allowed to read it.`,

  `bom.md/story.md:1:1 error file-unreadable
The file can't be read (ENOTDIR).
hint: Check that it is there and that you are allowed to read it.`,

  `ten-megabytes.md:1:1 error file-too-large
The file has more than 2 MB.
hint: Put pictures under content/media/, and divide a very long text.`,

  `utf-16.md:1:1 error file-encoding
The file is written in UTF-16, not in UTF-8.
hint: Save it again with the encoding UTF-8.`,

  `utf-16-be.md:1:1 error file-encoding
The file is written in UTF-16, not in UTF-8.
hint: Save it again with the encoding UTF-8.`,

  `latin-1.md:1:1 error file-encoding
The file is written in Latin-1 (or Windows-1252), not in UTF-8.
hint: Save it again with the encoding UTF-8.`,

  `picture.md:1:1 error file-encoding
The file is not text in UTF-8.
hint: Is it a picture or a document by mistake?`,

  `nul.md:1:1 error file-nul
The file holds NUL characters, so it is no text.
hint: Is it a picture or a document by mistake?`,
];

describe("An editor reads", () => {
  const cases = REPORTS.map((expected) => ({
    expected,
    path: expected.split(":", 1)[0] as string,
  }));

  test.each(cases)("what is wrong with $path", ({ expected, path }) => {
    const result = read(path);
    expect("code" in result && formatProblem(result, undefined)).toBe(expected);
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)("that a file must not be read", () => {
    expect(read("locked.md")).toMatchObject({ code: "file-unreadable" });
  });
});
