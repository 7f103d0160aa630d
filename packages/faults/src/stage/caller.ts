import { setTimeout as sleep } from "node:timers/promises";
import type { ApiProcess } from "./api-process.js";

const password = "makegood";
const pauseMs = 60;
const answerWithinMs = 20_000;

export interface GraphQLAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface Asked {
  answer: GraphQLAnswer;
  /** How often no answer came, or one that says to ask again. */
  retries: number;
  /** Answers that said it was our fault. */
  faults: string[];
}

/** Somebody signed in, who asks whichever process answers, and asks again until one does. */
export class Caller {
  private turn = 0;

  private constructor(
    private readonly apis: readonly ApiProcess[],
    readonly headers: Record<string, string>,
  ) {}

  static async signIn(
    apis: readonly ApiProcess[],
    app: "buyer" | "seller" | "support",
    email: string,
  ): Promise<Caller> {
    const api = apis[0];
    const response = await fetch(`${api?.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-makegood-app": app },
      body: JSON.stringify({
        query: "mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }",
        variables: { input: { email, password } },
      }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
    if (!cookie) throw new Error(`${email} could not sign in: ${await response.text()}`);
    return new Caller(apis, { "x-makegood-app": app, cookie });
  }

  /**
   * Sends it until it is answered: to one process after the other, over killed ones and errors.
   * `again` names answers that tell to ask once more.
   */
  async ask(
    query: string,
    variables: Record<string, unknown>,
    again: (data: Record<string, unknown>) => boolean = () => false,
  ): Promise<Asked> {
    const faults: string[] = [];
    for (let retries = 0; ; retries++) {
      const answer = await this.sendOnce(query, variables);
      const code = answer?.errors?.[0]?.extensions?.code;
      if (code === "INTERNAL_SERVER_ERROR") faults.push(answer?.errors?.[0]?.message ?? code);
      else if (answer?.errors) return { answer, retries, faults };
      else if (answer?.data && !again(answer.data)) return { answer, retries, faults };
      await sleep(pauseMs + Math.random() * pauseMs);
    }
  }

  /** One try; null where no whole answer came. */
  async sendOnce(
    query: string,
    variables: Record<string, unknown>,
    api = this.apis[this.turn++ % this.apis.length],
  ): Promise<GraphQLAnswer | null> {
    if (!api?.serving) return null;
    try {
      const response = await fetch(`${api.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...this.headers },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return (await response.json()) as GraphQLAnswer;
    } catch {
      return null;
    }
  }
}
