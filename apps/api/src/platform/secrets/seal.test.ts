import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprint, seal, unseal } from "./seal.js";

const key = { id: "k1", secret: randomBytes(32) };
const text = "DE89370400440532013000";

test("what is sealed opens with its key, in its row, and never twice as the same bytes", () => {
  const sealed = seal(key, "bnk_1", text);
  expect(unseal(key, "bnk_1", sealed)).toBe(text);
  expect(sealed.equals(seal(key, "bnk_1", text))).toBe(false);
  expect(sealed.toString("latin1")).not.toContain(text);
});

test("what was changed, moved to another row or sealed with another key does not open", () => {
  const sealed = seal(key, "bnk_1", text);
  expect(() => unseal(key, "bnk_2", sealed)).toThrow();
  expect(() => unseal({ id: "k2", secret: randomBytes(32) }, "bnk_1", sealed)).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(key, "bnk_1", changed)).toThrow();
  }
});

test("a fingerprint is the same for the same text and key alone", () => {
  expect(fingerprint(key, text)).toBe(fingerprint(key, text));
  expect(fingerprint(key, text)).not.toBe(fingerprint(key, `${text}1`));
  expect(fingerprint({ id: "k2", secret: randomBytes(32) }, text)).not.toBe(fingerprint(key, text));
});
