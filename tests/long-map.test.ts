import { expect, test } from "vitest";
import { LongMap } from "../src/archive/long-map.ts";

const MB = 1_000_000;

test("a long map is filled and asked like a Map", () => {
  const map = new LongMap<number | undefined>();
  expect([map.has("storm"), map.get("storm"), ...map]).toEqual([false, undefined]);
  map.set("storm", 1);
  map.set("calm", undefined);
  map.set("storm", 2);

  expect([map.has("storm"), map.get("storm")]).toEqual([true, 2]);
  expect([map.has("calm"), map.get("calm")]).toEqual([true, undefined]);
  expect([...map]).toEqual([
    ["storm", 2],
    ["calm", undefined],
  ]);
  expect([...map.values()]).toEqual([2, undefined]);
  map.delete("storm");
  expect([...map.keys()]).toEqual(["calm"]);
});

test("what a long map holds is not in memory", () => {
  const map = new LongMap<string>();
  const before = process.memoryUsage.rss();
  const story = "Winds rise. ".repeat(MB / 12);
  for (let number = 0; number < 200; number++) map.set(`story-${number}`, story);

  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MB);
  expect(map.get("story-199")).toBe(story);
});
