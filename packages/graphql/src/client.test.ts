import { expect, it, vi } from "vitest";
import { makegoodClient, type OwnStorage } from "./client.ts";

const storage = (): OwnStorage => ({
  belongTo: vi.fn(),
  read: () => null,
  write: vi.fn(),
  remove: vi.fn(),
  forget: vi.fn(),
});

const tab = (app: "buyer" | "support", own: OwnStorage) =>
  makegoodClient(app, { own, onSignedOut: vi.fn(), onTime: vi.fn() });

it("removes what belongs to a person who signs out from the app's other tabs, too", async () => {
  const [here, there, otherApp] = [storage(), storage(), storage()];
  const client = tab("support", here);
  const other = tab("support", there);
  const reset = vi.spyOn(other.apollo, "resetStore");
  tab("buyer", otherApp);
  await client.session.ended();
  expect(here.forget).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(there.forget).toHaveBeenCalledOnce());
  expect(reset).toHaveBeenCalledOnce();
  expect(otherApp.forget).not.toHaveBeenCalled();
});

it("shows the app's other tabs who signed in", async () => {
  const own = storage();
  const other = tab("buyer", own);
  const reset = vi.spyOn(other.apollo, "resetStore");
  await tab("buyer", storage()).session.begun();
  await vi.waitFor(() => expect(reset).toHaveBeenCalledOnce());
  expect(own.forget).not.toHaveBeenCalled();
});
