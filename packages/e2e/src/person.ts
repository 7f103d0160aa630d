import type { Page } from "playwright-core";
import type { WholePlatform } from "./platform.js";

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
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  await page.goto(`${platform.address}/${app}/`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator('input[type="password"]').fill("makegood");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").waitFor();
  return page;
}
