import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ DRAIN_SECONDS: "1" });
});
afterAll(() => app.close());

const upgrade = "Host: local\r\nConnection: Upgrade\r\n";
const webSocket = `${upgrade}Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n`;

/** Sends bytes and never closes: until the other side has, with all it said. */
function untilClosed(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect({ port: Number(app.env.PORT), host: "127.0.0.1", allowHalfOpen: true });
    socket.on("data", (chunk) => {
      said += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => resolve(said));
    socket.write(bytes);
  });
}

describe("an upgrade that isn't exactly ours is closed", () => {
  test.each([
    ["a path that begins like ours", `GET /graphqlx HTTP/1.1\r\n${webSocket}\r\n`],
    ["a path below ours", `GET /graphql/more HTTP/1.1\r\n${webSocket}\r\n`],
    ["a path in other letters", `GET /GraphQL HTTP/1.1\r\n${webSocket}\r\n`],
    ["a path with another before it", `GET //graphql HTTP/1.1\r\n${webSocket}\r\n`],
    ["an address that can't be read", `GET // HTTP/1.1\r\n${webSocket}\r\n`],
    ["a whole address", `GET http://local/graphql HTTP/1.1\r\n${webSocket}\r\n`],
    ["an app's path", `GET /buyer/ HTTP/1.1\r\n${webSocket}\r\n`],
    ["another protocol", `GET /graphql HTTP/1.1\r\n${upgrade}Upgrade: h2c\r\n\r\n`],
    ["a command by POST", `POST /graphql HTTP/1.1\r\n${webSocket}Content-Length: 2\r\n\r\n{}`],
    ["no key", `GET /graphql HTTP/1.1\r\n${upgrade}Upgrade: websocket\r\n\r\n`],
    [
      "a page of another origin",
      `GET /graphql HTTP/1.1\r\n${webSocket}Origin: https://evil.example\r\n\r\n`,
    ],
  ])("%s", async (_what, bytes) => {
    expect(await untilClosed(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await fetch(`http://127.0.0.1:${app.env.PORT}/healthz`)).status).toBe(200);
  });
});

test("draining cuts what doesn't end by itself", async () => {
  const draining = await startTestApp({ DRAIN_SECONDS: "1" });
  const open = (bytes: string) =>
    new Promise<{ closed: Promise<void> }>((resolve) => {
      const socket = connect({ port: Number(draining.env.PORT), host: "127.0.0.1" });
      const closed = new Promise<void>((over) => socket.on("close", () => over()));
      socket.on("error", () => undefined);
      socket.on("connect", () => socket.write(bytes, () => resolve({ closed })));
      socket.resume();
    });
  const half = "POST /graphql HTTP/1.1\r\nHost: local\r\nContent-Type: application/json\r\n";
  const left = await Promise.all([
    open(`${half}Content-Length: 100\r\n\r\n{`),
    open(
      `GET /graphql HTTP/1.1\r\n${webSocket}Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    ),
    open("GET / HTTP/1.1\r\nHost: lo"),
  ]);
  await draining.close();
  await Promise.all(left.map(({ closed }) => closed));
});
