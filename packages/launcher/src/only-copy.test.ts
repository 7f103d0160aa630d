import { expect, test } from "vitest";
import { becomeOnlyCopy, runningCopy } from "./only-copy.js";

test("a second copy is told where the first runs, and one that stopped is forgotten", async () => {
  expect(await runningCopy()).toBeNull();
  const first = await becomeOnlyCopy();
  first.tell({ address: "http://localhost:4000/" });
  await expect(becomeOnlyCopy()).rejects.toThrow("already runs at http://localhost:4000/");
  first.release();
  const second = await becomeOnlyCopy();
  second.release();
});
