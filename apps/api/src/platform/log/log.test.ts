import { QueryFailedError } from "typeorm";
import { expect, test } from "vitest";
import { makeLog } from "./log.js";

function logged(err: unknown): string {
  const lines: string[] = [];
  makeLog("error", { write: (line) => lines.push(line) }).error({ err }, "a request failed");
  return lines.join("");
}

const failed = (message: string, more: object = {}) =>
  new QueryFailedError(
    "INSERT INTO people (name, email) VALUES ($1, $2)",
    ["Ana Souza", "ana@home.example"],
    Object.assign(new Error(message), {
      code: "23505",
      constraint: "people_email_key",
      detail: "Key (email)=(ana@home.example) already exists.",
      where: "unnamed portal parameter $1 = 'Ana Souza'",
      ...more,
    }) as never,
  );

test("a failed statement says what failed and where, and nothing of whom it was about", () => {
  const error = failed('duplicate key value violates unique constraint "people_email_key"');
  const line = logged(error);
  expect(line).not.toMatch(/Ana|ana@|INSERT|already exists/);
  expect(JSON.parse(line).err).toMatchObject({
    type: "QueryFailedError",
    message: 'duplicate key value violates unique constraint "people_email_key"',
    code: "23505",
    constraint: "people_email_key",
    stack: expect.stringContaining("log.test"),
  });
});

test.each([
  ["a value that could not be read", failed('invalid input syntax for type date: "Ana Souza"')],
  ["a value of several lines", failed('invalid input syntax for type json: "Ana\nSouza \\" Ana"')],
  [
    "an address in the words",
    new Error("no mail for ana@home.example, Ana's account".slice(0, 29)),
  ],
  ["a cause", new Error("it failed", { cause: failed("x") })],
  ["several at once", new AggregateError([failed("x"), failed("y")], "all failed")],
  [
    "fields of any error",
    Object.assign(new Error("x"), { input: { name: "Ana" }, response: "Ana" }),
  ],
  ["no error at all", { name: "Ana", email: "ana@home.example" }],
])("nothing personal of %s", (_what, error) => {
  expect(logged(error)).not.toMatch(/Ana|ana@/);
});
