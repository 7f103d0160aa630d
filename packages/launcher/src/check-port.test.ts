import { createServer } from "node:net";
import { freePort } from "@makegood/postgres/free-port";
import { expect, test } from "vitest";
import { checkPort } from "./check-port.js";

test("a port that nobody uses is taken", async () => {
  await expect(checkPort(await freePort())).resolves.toBeUndefined();
});

test("a port in use is named, with one to take instead", async () => {
  const port = await freePort();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, "127.0.0.1", resolve));
  await expect(checkPort(port)).rejects.toThrow(
    `Port ${port} is taken: stop what uses it, or choose another: PORT=${port + 100}`,
  );
  await new Promise((resolve) => holder.close(resolve));
});

test("a port that browsers refuse is refused before anything starts", async () => {
  await expect(checkPort(4190)).rejects.toThrow("Browsers don't open addresses with port 4190");
});
