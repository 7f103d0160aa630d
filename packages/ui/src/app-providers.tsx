import "./base-styles.ts";
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import { type ReactNode, Suspense } from "react";
import { ErrorBoundary } from "./error-boundary.tsx";
import { LocaleProvider } from "./locale.tsx";
import { type OwnStorage, OwnStorageProvider } from "./own-storage.tsx";
import { Loading } from "./states.tsx";
import { theme } from "./theme.ts";

/** Theme, colour scheme (the system's unless chosen), language, and where drafts are kept. */
export function AppProviders({ own, children }: { own: OwnStorage; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <OwnStorageProvider value={own}>
        <LocaleProvider>
          <ErrorBoundary>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </LocaleProvider>
      </OwnStorageProvider>
    </MantineProvider>
  );
}
