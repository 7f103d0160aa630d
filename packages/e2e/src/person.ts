import type { Page } from "playwright-core";
import type { WholePlatform } from "./platform.js";

/** Patience, for a machine that is slow or busy: it costs nothing where all goes well. Milliseconds. */
const patience = 45_000;

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 850 };

/** A person at a device of their own, signed in to an app. */
export async function signedIn(
  platform: WholePlatform,
  app: "buyer" | "seller" | "support",
  email: string,
  viewport = app === "buyer" ? phone : desk,
): Promise<Page> {
  const context = await platform.browser.newContext({ viewport, locale: "en-GB" });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${platform.address}/${app}/`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator('input[type="password"]').fill("makegood");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").waitFor();
  return page;
}

/** Presses the button of the sandbox's clock, and waits until all that fell due on the way is done. */
export async function moveClock(
  platform: WholePlatform,
  page: Page,
  app: string,
  jump: string,
): Promise<void> {
  await page.goto(`${platform.address}/${app}/me`);
  const before = await page.locator("time").first().getAttribute("datetime");
  await page.getByRole("button", { name: jump, exact: true }).click();
  // It goes on by itself, too, when it is asked again: it was moved once it is hours ahead.
  await page.waitForFunction((old) => {
    const now = document.querySelector("time")?.getAttribute("datetime");
    return Date.parse(now ?? "") - Date.parse(old ?? "") > 3_000_000;
  }, before);
}
