import { createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Api } from "./stand.js";

/** Answers are as deep as the document asks. */
export type Answer = Record<string, unknown>;

/** Somebody signed in, as a browser would be: by cookie, over HTTP and sockets. */
export interface Caller {
  ask(query: string, variables?: Answer): Promise<Answer>;
  /** Calls back with each item of a subscription; resolves once the server has it. */
  follow(query: string, variables: Answer, onItem: (data: Answer) => void): { stop(): void };
}

const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

export async function signIn(api: Api, app: string, email: string): Promise<Caller> {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "x-makegood-app": app,
  };
  const post = (query: string, variables: Answer) =>
    fetch(`${api.url}/graphql`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query, variables }),
    });
  const signedIn = await post(signInDocument, { input: { email, password: "makegood" } });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${await signedIn.text()}`);
  await signedIn.arrayBuffer();
  headers.cookie = cookie;
  return {
    async ask(query, variables = {}) {
      const response = await post(query, variables);
      const body = (await response.json()) as { data: Answer; errors?: unknown };
      if (body.errors) throw new Error(JSON.stringify(body.errors));
      return body.data;
    },
    follow(query, variables, onItem) {
      class Socket extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers: { cookie: cookie ?? "" } });
        }
      }
      const client = createClient({
        url: `${api.url.replace("http", "ws")}/graphql`,
        webSocketImpl: Socket,
        connectionParams: { app },
        lazy: false,
        retryAttempts: 0,
      });
      client.subscribe(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (errors || !data) throw new Error(JSON.stringify(errors));
            onItem(data);
          },
          error: (error) => {
            throw new Error(JSON.stringify(error));
          },
          complete: () => undefined,
        },
      );
      return { stop: () => void client.dispose() };
    },
  };
}
