import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import proxyAddr from "proxy-addr";

/** Whose address a request came from, as far as the proxies before us are trusted to say it. */
export interface Addresses {
  /** Of the client: what trusted proxies say, else of whoever connected. */
  of(request: IncomingMessage): string;
  /** The host that the client asked for. */
  hostOf(request: IncomingMessage): string | undefined;
}

export function addresses(trustedProxies: readonly string[]): Addresses {
  const trusts = proxyAddr.compile([...trustedProxies]);
  return {
    of: (request) => networkOf(proxyAddr(request, trusts)),
    hostOf({ headers, socket }) {
      const forwarded = String(headers["x-forwarded-host"] ?? "")
        .split(",", 1)[0]
        ?.trim();
      return forwarded && trusts(socket.remoteAddress ?? "", 0) ? forwarded : headers.host;
    },
  };
}

/** One subscriber of an IPv6 network has 2^64 addresses of it (RFC 6177): they count as one. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const [before, after] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(gap).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
