import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";
import type { ApiProcess } from "./api-process.js";

export interface Followed {
  query: string;
  variables: Record<string, unknown>;
  /** Where to go on from after an item; goes into the variable `after`. */
  cursorOf(data: never): unknown;
}

export interface Got {
  data: Record<string, unknown>;
  atMs: number;
}

/** One who follows a subscription by hand, over whichever process serves, and can be cut off. */
export class Subscriber {
  readonly items: Got[] = [];
  readonly closeCodes: number[] = [];
  connections = 0;
  private after: unknown;
  private socket: WebSocket | null = null;
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly apis: readonly ApiProcess[],
    private readonly headers: Record<string, string>,
    private readonly followed: Followed,
    /** Several equal operations on one socket make it busier. */
    private readonly operations = 1,
  ) {
    this.after = followed.variables.after ?? null;
    this.running = this.run();
  }

  /** Ends the connection as a lost network does. */
  cut(): void {
    this.socket?.terminate();
  }

  /** Reads nothing any more, while the connection stays. */
  pause(): void {
    this.socket?.pause();
  }
  resume(): void {
    this.socket?.resume();
  }

  get connected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cut();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let turn = Math.floor(Math.random() * 2); !this.stopped; turn++) {
      const api = this.apis[turn % this.apis.length];
      if (api?.serving) await this.connect(api.url);
      else await sleep(20);
    }
  }

  /** Follows over one connection until it ends. */
  private connect(url: string): Promise<void> {
    const { cookie = "", "x-makegood-app": app } = this.headers;
    const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
      headers: { cookie },
    });
    this.socket = socket;
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.on("open", () => {
      this.connections++;
      send({ type: "connection_init", payload: { app } });
    });
    socket.on("message", (text) => {
      const { type, id, payload } = JSON.parse(String(text));
      if (type === "connection_ack") this.subscribe(send);
      if (type === "ping") send({ type: "pong" });
      if (type === "next" && id === "1" && payload.data) this.take(payload.data);
      if (type === "error") socket.terminate();
    });
    socket.on("error", () => undefined);
    return new Promise((resolve) => {
      socket.on("close", (code) => {
        this.closeCodes.push(code);
        resolve();
      });
    });
  }

  private subscribe(send: (message: object) => void): void {
    const { query, variables } = this.followed;
    for (let id = 1; id <= this.operations; id++) {
      const payload = { query, variables: { ...variables, after: this.after } };
      send({ type: "subscribe", id: String(id), payload });
    }
  }

  private take(data: Record<string, unknown>): void {
    this.items.push({ data, atMs: Date.now() });
    this.after = this.followed.cursorOf(data as never);
  }
}
