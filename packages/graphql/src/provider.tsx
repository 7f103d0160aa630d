import { ApolloProvider } from "@apollo/client/react";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { MakegoodClient } from "./client.ts";

const Context = createContext<MakegoodClient | null>(null);

/** Puts the app's client where its hooks find it. */
export function GraphQLProvider({
  client,
  children,
}: {
  client: MakegoodClient;
  children: ReactNode;
}) {
  return (
    <Context value={client}>
      <ApolloProvider client={client.apollo}>{children}</ApolloProvider>
    </Context>
  );
}

export function useMakegoodClient(): MakegoodClient {
  const client = useContext(Context);
  if (!client) throw new Error("There is no GraphQLProvider above.");
  return client;
}

/** False while the live connection is cut. */
export function useConnected(): boolean {
  const client = useMakegoodClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => client.onConnection(setConnected), [client]);
  return connected;
}
