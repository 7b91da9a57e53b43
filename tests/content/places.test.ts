import { describe, expect, test } from "vitest";
import { placesIn } from "../../src/content/places.ts";

describe("Keys and values are found on their line of the file", () => {
  const { placeOf, written } = placesIn(
    'a: 1.10\nb:\n  - c: "x"\n  - [y,\n     z]\n? "q r"\n: |\n  t\n',
    2,
  );

  test.each([
    [["a"], "key", "2:1+1"],
    [["a"], "value", "2:4+4"],
    [["b", 0, "c"], "value", "4:8+3"],
    [["b", 1], "value", "5:5+3"],
    [["b", 1, 1], "value", "6:6+1"],
    [["q r"], "key", "7:3+5"],
    [["b", 0, "missing"], "value", "4:5+6"],
    [["missing"], "key", "1:1+3"],
  ] as const)("%j, its %s: %s", (keys, part, expected) => {
    const { line, column, length } = placeOf(keys, part);
    expect(`${line}:${column}+${length}`).toBe(expected);
  });

  test("and as they are written", () => {
    expect(written(["a"])).toBe("1.10");
  });
});

test.each([
  ["brackets", `a: ${"[".repeat(15_000)}`],
  ["braces", `a: ${"{a: ".repeat(6000)}`],
  ["hyphens", `${"- ".repeat(15_000)}x`],
  ["an alias to itself", "a: &a [*a]"],
  ["a quotation mark without end", "a: 'x"],
  ["two megabytes", `a: ${"x".repeat(2_000_000)}`],
])("%s leave a problem with a place", (_, yaml) => {
  expect(placesIn(yaml, 2).placeOf(["a", 1, "b"], "value").line).toBeGreaterThan(0);
});
