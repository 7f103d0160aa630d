import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addresses, networkOf } from "./addresses.js";

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

test("what a proxy says counts where the proxy is trusted", () => {
  const forwarded = {
    "x-forwarded-for": "203.0.113.9, 10.0.0.7",
    host: "inside",
    "x-forwarded-host": "shop.example",
  };
  const trusting = addresses(["10.0.0.0/8"]);
  expect(trusting.of(from("10.0.0.1", forwarded))).toBe("203.0.113.9");
  expect(trusting.hostOf(from("10.0.0.1", forwarded))).toBe("shop.example");
  expect(trusting.of(from("192.0.2.1", forwarded))).toBe("192.0.2.1");
  expect(trusting.hostOf(from("192.0.2.1", forwarded))).toBe("inside");
  expect(addresses([]).of(from("10.0.0.1", forwarded))).toBe("10.0.0.1");
});

test("what a client adds before a trusted proxy's word is not believed", () => {
  const said = { "x-forwarded-for": "1.1.1.1, 203.0.113.9" };
  expect(addresses(["loopback"]).of(from("::1", said))).toBe("203.0.113.9");
});

test.each([
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::6", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
