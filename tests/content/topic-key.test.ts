import { expect, test } from "vitest";
import { topicKey } from "../../src/content/topic-key.ts";

test.each([
  ["Missile Defense", "missile-defense"],
  ["  U.S. – Russia  ", "u-s-russia"],
  ["São Paulo", "sao-paulo"],
  ["Ångström", "angstrom"],
  ["Việt Nam", "viet-nam"],
  ["İstanbul", "istanbul"],
  ["People’s Party", "peoples-party"],
  ["ﬁlm ①", "film-1"],
  ["G-7", "g-7"],
  ["2001", "2001"],
  ["Российский", "российский"],
  ["Αθήνα", "αθήνα"],
  ["مُحَمَّد", "مُحَمَّد"],
  ["می‌خواهم", "میخواهم"],
  ["हिन्दी", "हिन्दी"],
  ["ภาษาไทย", "ภาษาไทย"],
  ["東京 オリンピック", "東京-オリンピック"],
  ["서울", "서울"],
  ["../../etc/passwd", "etc-passwd"],
  ["C++", "c"],
  ["!?", ""],
  ["🌋", ""],
])("the topic %s has the address /topics/%s/", (name, key) => {
  expect(topicKey(name)).toBe(key.normalize("NFC"));
  expect(topicKey(topicKey(name))).toBe(topicKey(name));
});
