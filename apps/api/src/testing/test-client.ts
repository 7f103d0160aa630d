import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { SessionEntity } from "#modules/identity/exports/session.entity.js";
import type { AppName } from "#platform/identity/caller.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";

// biome-ignore lint/suspicious/noExplicitAny: answers are as deep as the test's document asks
export type Answer = any;

export interface GraphQLAnswer {
  status: number;
  data: Answer;
  errors: { message: string; extensions: Record<string, unknown> }[];
}

/** One caller of the API, over real HTTP and real sockets. */
export class TestClient {
  constructor(
    readonly base: string,
    readonly headers: Record<string, string>,
  ) {}

  static async signedIn(
    base: string,
    platform: Platform,
    app: AppName,
    personId: string,
  ): Promise<TestClient> {
    const token = newSecret("mgs");
    const now = new Date();
    await platform.database.manager.insert(SessionEntity, {
      id: newId("session"),
      personId,
      app,
      tokenHash: hashSecret(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      endedAt: null,
    });
    return new TestClient(base, { "x-makegood-app": app, cookie: `makegood_${app}=${token}` });
  }

  /** The raw answer, errors and all. */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
    const response = await fetch(`${this.base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Answer; errors?: GraphQLAnswer["errors"] };
    return { status: response.status, data: body.data, errors: body.errors ?? [] };
  }

  /** The data; any error fails the test. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.send(query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Collects what a subscription gives until `enough`, then cuts the connection. */
  async follow(
    query: string,
    variables: Record<string, unknown>,
    enough: (items: Answer[]) => boolean,
  ): Promise<Answer[]> {
    const { cookie, authorization, "x-makegood-app": app } = this.headers;
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, cookie ? { headers: { cookie } } : {});
      }
    }
    const client = createClient({
      url: `${this.base.replace("http", "ws")}/graphql`,
      webSocketImpl: Socket,
      connectionParams: { app, authorization },
      retryAttempts: 0,
    });
    const items: Answer[] = [];
    const subscription = client.iterate({ query, variables });
    try {
      for await (const { data, errors } of subscription) {
        if (errors) throw new Error(JSON.stringify(errors));
        items.push(data);
        if (enough(items)) break;
      }
    } finally {
      await client.dispose();
    }
    return items;
  }
}

let count = 0;
/** A key for one intent. */
export const freshKey = (): string => `test-${process.pid}-${++count}-${Math.random()}`;
