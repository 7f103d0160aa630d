import { makegoodClient } from "@makegood/graphql/client.ts";
import { GraphQLProvider } from "@makegood/graphql/provider.tsx";
import { ViewerDocument } from "@makegood/graphql/session.generated.ts";
import { AppProviders } from "@makegood/ui/app-providers.tsx";
import { ownStorage } from "@makegood/ui/own-storage.tsx";
import { learnTime } from "@makegood/ui/platform-time.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const own = ownStorage("seller");
// Whoever's session ran out finds the sign-in, and afterwards what they were looking at.
const client = makegoodClient("seller", {
  own,
  onSignedOut() {
    void client.apollo.refetchQueries({ include: [ViewerDocument] });
  },
  onTime: learnTime,
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppProviders own={own}>
        <GraphQLProvider client={client}>
          <App />
        </GraphQLProvider>
      </AppProviders>
    </StrictMode>,
  );
}
