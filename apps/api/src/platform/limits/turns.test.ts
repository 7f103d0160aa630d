import { expect, test } from "vitest";
import { Turns } from "./turns.js";

test("so many are let in, others wait in order, and more are told", async () => {
  const turns = new Turns(2, 2);
  const order: string[] = [];
  const enter = async (name: string) => {
    const leave = await turns.enter();
    order.push(leave ? name : `${name} is told`);
    return leave;
  };
  const [a, b] = [await enter("a"), await enter("b")];
  const [c, d] = [enter("c"), enter("d")];
  expect(await enter("e")).toBeNull();
  a?.();
  // Leaving twice lets in nobody else.
  a?.();
  (await c)?.();
  b?.();
  (await d)?.();
  expect(order).toEqual(["a", "b", "e is told", "c", "d"]);
  expect(turns.idle).toBe(true);
});
