import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import type { MakegoodClient, OwnStorage } from "./client.ts";
import { GraphQLProvider } from "./provider.tsx";
import { useCommand } from "./use-command.ts";

interface Input {
  orderId: string;
  units: number;
  quoteId?: string | null;
  idempotencyKey: string;
}

const CancelDocument = gql`
  mutation CancelIt($input: Input!) {
    cancel(input: $input) {
      __typename
    }
  }
` as TypedDocumentNode<{ cancel: { __typename: string } }, { input: Input }>;

type Answer = string | Error;

/** An API that answers as it is told to, and remembers what it was sent. */
function setUp(own: OwnStorage) {
  const sent: Input[] = [];
  const answers: Answer[] = [];
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        sent.push(operation.variables.input as Input);
        const answer = answers.shift() ?? "CancelSuccess";
        if (answer instanceof Error) return observer.error(answer);
        observer.next({ data: { cancel: { __typename: answer } } });
        observer.complete();
      }),
  );
  const apollo = new ApolloClient({ link, cache: new InMemoryCache() });
  const client = { apollo, own } as unknown as MakegoodClient;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <GraphQLProvider client={client}>{children}</GraphQLProvider>
  );
  /** A page that was just loaded. */
  const page = () => {
    const { result } = renderHook(() => useCommand(CancelDocument), { wrapper });
    return (orderId: string, seen: { units?: number; quoteId?: string } = {}) =>
      act(() => result.current.run({ orderId, units: 1, ...seen }));
  };
  const keys = () => sent.map(({ idempotencyKey }) => idempotencyKey);
  return { sent, answers, page, keys };
}

function memory(): OwnStorage {
  const kept = new Map<string, unknown>();
  return {
    belongTo: () => undefined,
    read: <T,>(name: string) => (kept.get(name) as T) ?? null,
    write: (name, value) => void kept.set(name, structuredClone(value)),
    remove: (name) => void kept.delete(name),
    forget: () => kept.clear(),
  };
}

let own: OwnStorage;
beforeEach(() => {
  own = memory();
});

describe("one intent keeps its key", () => {
  const unsettled: Answer[] = [
    "IdempotencyInProgress",
    "Busy",
    "ProviderSilent",
    "ProviderUnavailable",
    new Error("offline"),
  ];
  it.each(unsettled)("after %s, and over a reload", async (answer) => {
    const { answers, page, keys } = setUp(own);
    answers.push(answer, answer);
    const first = page();
    await first("ord_1");
    await first("ord_1");
    await page()("ord_1");
    expect(new Set(keys()).size).toBe(1);
    expect(keys()).toHaveLength(3);
  });

  it("and the quote it was first sent with, though a reload brought a new one", async () => {
    const { answers, page, sent, keys } = setUp(own);
    answers.push(new Error("offline"));
    await page()("ord_1", { quoteId: "quo_1" });
    await page()("ord_1", { quoteId: "quo_2" });
    expect(new Set(keys()).size).toBe(1);
    expect(sent.map(({ quoteId }) => quoteId)).toEqual(["quo_1", "quo_1"]);
  });

  it("while another order's is under way, too", async () => {
    const { answers, page, keys } = setUp(own);
    answers.push(new Error("offline"), new Error("offline"));
    await page()("ord_1");
    await page()("ord_2");
    await page()("ord_1");
    const [first, second, third] = keys();
    expect(third).toBe(first);
    expect(second).not.toBe(first);
  });
});

describe("a new key begins", () => {
  it.each(["CancelSuccess", "QuoteStale", "NotInThisState", "IdempotencyConflict"])(
    "after %s",
    async (answer) => {
      const { answers, page, sent, keys } = setUp(own);
      answers.push(answer);
      const cancel = page();
      await cancel("ord_1", { quoteId: "quo_1" });
      await cancel("ord_1", { quoteId: "quo_2" });
      expect(new Set(keys()).size).toBe(2);
      expect(sent[1]?.quoteId).toBe("quo_2");
    },
  );

  it("where something else is meant", async () => {
    const { answers, page, keys } = setUp(own);
    answers.push(new Error("offline"));
    const cancel = page();
    await cancel("ord_1", { units: 1 });
    await cancel("ord_1", { units: 2 });
    expect(new Set(keys()).size).toBe(2);
  });

  it("for the next person", async () => {
    const { answers, page, keys } = setUp(own);
    answers.push(new Error("offline"));
    await page()("ord_1");
    own.forget();
    await page()("ord_1");
    expect(new Set(keys()).size).toBe(2);
  });
});

it("writes nothing down that was typed", async () => {
  const written: unknown[] = [];
  own.write = (_name, value) => void written.push(value);
  const { answers, page } = setUp(own);
  answers.push(new Error("offline"));
  await page()("DE89 3704 0044 0532 0130 00");
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written)).not.toContain("DE89");
});
