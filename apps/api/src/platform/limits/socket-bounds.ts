import { GraphQLError } from "graphql";
import type { WebSocket } from "ws";
import type { Config } from "#platform/config/config.js";
import { tooMuchCode } from "./rate-limited.js";

/** Operations that one socket may have open: a page follows a handful. */
const mostOperations = 50;
/** The same of all sockets of one caller. */
const mostOfCaller = 200;
/** Sockets of one address that have not yet said who they are. */
const mostUnknown = 100;
/** Who is refused so often in so short a time doesn't listen. */
const mostRefusals = 200;
const refusalsWithinMs = 10_000;

interface Opening {
  closed(): void;
  known(): void;
}

interface OfSocket {
  share: string | null;
  /** Open ones, by their ids. */
  operations: object;
  refusals: number;
  refusedSince: number;
  opening: Opening | undefined;
}

/** How many sockets and operations there may be: of one socket, of one caller, and in all. */
export class SocketBounds {
  private readonly unknown = new Map<string, number>();
  private readonly ofShare = new Map<string, Set<WebSocket>>();
  private readonly ofSocket = new WeakMap<WebSocket, OfSocket>();

  constructor(private readonly config: Pick<Config, "callerLimits" | "sockets">) {}

  /** Counts a socket that opens; null where there are too many already. */
  open(address: string, inAll: number): Opening | null {
    const before = this.unknown.get(address) ?? 0;
    if (inAll >= this.config.sockets) return null;
    if (this.config.callerLimits && before >= mostUnknown) return null;
    this.unknown.set(address, before + 1);
    let counted = true;
    const known = () => {
      if (!counted) return;
      counted = false;
      const left = (this.unknown.get(address) ?? 1) - 1;
      if (left > 0) this.unknown.set(address, left);
      else this.unknown.delete(address);
    };
    return { known, closed: known };
  }

  opened(socket: WebSocket, opening: Opening): void {
    this.ofSocket.set(socket, {
      share: null,
      operations: {},
      refusals: 0,
      refusedSince: 0,
      opening,
    });
  }

  /** A socket has said whose it is: closed, and told, where they have too many. */
  connected(socket: WebSocket, share: string): void {
    const state = this.ofSocket.get(socket);
    if (!state) return;
    state.opening?.known();
    state.share = share;
    const all = this.ofShare.get(share) ?? new Set();
    const most = this.config.callerLimits?.sockets ?? Number.POSITIVE_INFINITY;
    if (all.size >= most) {
      socket.close(tooMuchCode, `Too many sockets: at most ${most} at once`);
      return;
    }
    all.add(socket);
    this.ofShare.set(share, all);
    socket.once("close", () => {
      all.delete(socket);
      if (all.size === 0) this.ofShare.delete(share);
    });
  }

  /** Refuses an operation beyond what a socket, or all of its caller's, may have open; it is among them. */
  operation(socket: WebSocket, open: object): void {
    const state = this.ofSocket.get(socket);
    if (!state || !this.config.callerLimits) return;
    state.operations = open;
    if (count(open) > mostOperations) throw tooMany(`on one socket at most ${mostOperations}`);
    let ofCaller = 0;
    for (const each of this.ofShare.get(state.share ?? "") ?? []) {
      ofCaller += count(this.ofSocket.get(each)?.operations ?? {});
    }
    if (ofCaller > mostOfCaller) throw tooMany(`of one caller at most ${mostOfCaller}`);
  }

  /** Closes a socket that goes on though it was refused again and again. */
  refused(socket: WebSocket, error: GraphQLError): void {
    const state = this.ofSocket.get(socket);
    if (!state) return;
    if (performance.now() - state.refusedSince > refusalsWithinMs) {
      state.refusedSince = performance.now();
      state.refusals = 0;
    }
    if (++state.refusals < mostRefusals) return;
    socket.close(tooMuchCode, error.message);
  }
}

const count = (open: object) => Object.keys(open).length;

const tooMany = (most: string) =>
  new GraphQLError(`Too many operations at once: ${most}. Complete others first.`, {
    extensions: { code: "TOO_MANY_OPERATIONS", http: { status: 429 } },
  });
