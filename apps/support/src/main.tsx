import { makegoodClient } from "@makegood/graphql/client.ts";
import { GraphQLProvider } from "@makegood/graphql/provider.tsx";
import { ViewerDocument } from "@makegood/graphql/session.generated.ts";
import { AppProviders } from "@makegood/ui/app-providers.tsx";
import { learnTime } from "@makegood/ui/platform-time.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

// Whoever is signed out elsewhere finds the sign-in, and afterwards what they were looking at.
const client = makegoodClient("support", {
  onSignedOut() {
    void client.apollo.refetchQueries({ include: [ViewerDocument] });
  },
  onTime: learnTime,
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppProviders>
        <GraphQLProvider client={client}>
          <App />
        </GraphQLProvider>
      </AppProviders>
    </StrictMode>,
  );
}
