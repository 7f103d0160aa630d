import "@mantine/core/styles.css";
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { LocaleProvider } from "./locale.tsx";
import { theme } from "./theme.ts";

/** Theme, colour scheme (the system's unless chosen) and language. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LocaleProvider>{children}</LocaleProvider>
    </MantineProvider>
  );
}
