import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { Shell } from "./shell.tsx";
import { renderApp } from "./testing/render-app.tsx";

const missing = () =>
  Promise.reject(
    new TypeError("Failed to fetch dynamically imported module: /buyer/assets/cancel-page-1.js"),
  );
const Missing = () => {
  const Page = lazyPage<"Page", object>(missing, "Page");
  return <Page />;
};
const reload = vi.fn();
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(location, "reload").mockImplementation(reload);
  vi.stubGlobal("fetch", fetched);
  reload.mockReset();
  fetched.mockReset().mockResolvedValue(new Response());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const tabs = [{ to: "/", label: "Orders" }];
const page = Missing();
const show = () =>
  renderApp(
    <Shell name="Makegood" tabs={tabs} connected>
      {page}
    </Shell>,
  );

describe("a part of the app that can't be loaded", () => {
  it("reloads the app by itself, once: a new version is out", async () => {
    show();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("after that says what to do, with the app's places still there", async () => {
    const first = show();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    first.unmount();
    show();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("This page couldn't be loaded.");
    expect(screen.getByText("Reload page")).toBeTruthy();
    expect(screen.getByText("Orders")).toBeTruthy();
    expect(reload).toHaveBeenCalledOnce();
  });

  it("offline, doesn't leave for the browser's own error page, and reloads once back", async () => {
    fetched.mockRejectedValue(new TypeError("offline"));
    show();
    await screen.findByRole("alert");
    expect(reload).not.toHaveBeenCalled();
    window.dispatchEvent(new Event("online"));
    expect(reload).toHaveBeenCalledOnce();
  });
});

it("a page that throws says so and isn't reloaded by itself", () => {
  const Throwing = (): never => {
    throw new Error("a bug");
  };
  renderApp(
    <ErrorBoundary>
      <Throwing />
    </ErrorBoundary>,
  );
  expect(screen.getByRole("alert").textContent).toContain("Something went wrong on this page.");
  expect(reload).not.toHaveBeenCalled();
});
