import { MantineProvider } from "@mantine/core";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { LocaleProvider } from "../locale.tsx";
import { type OwnStorage, OwnStorageProvider, ownStorage } from "../own-storage.tsx";
import { theme } from "../theme.ts";

/** Storage of a person who is signed in. */
export function storageOf(personId: string, app = "buyer"): OwnStorage {
  const own = ownStorage(app);
  own.belongTo(personId);
  return own;
}

/** Renders as an app does, without motion. */
export function renderApp(shown: ReactNode, own = storageOf("per_ana")): RenderResult {
  return render(
    <MantineProvider theme={theme} env="test">
      <OwnStorageProvider value={own}>
        <LocaleProvider>{shown}</LocaleProvider>
      </OwnStorageProvider>
    </MantineProvider>,
  );
}
