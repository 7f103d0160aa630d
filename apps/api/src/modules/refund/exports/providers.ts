import type { Clock } from "@makegood/domain/clock/clock";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { Config } from "#platform/config/config.js";
import { StripeProvider } from "../stripe/stripe-provider.js";
import type { BankTransfers } from "./bank-transfers.js";
import type { PaymentProvider } from "./provider-books.js";
import { OutcomeUnknown } from "./refund-provider.js";
import { SandboxProvider } from "./sandbox-provider.js";

/** The providers this process was configured with, by name. */
export type Providers = ReadonlyMap<ProviderName, PaymentProvider>;

export function configuredProviders({ providers }: Config, clock: Clock): Providers {
  const all: PaymentProvider[] = [];
  if (providers.sandbox) all.push(new SandboxProvider(providers.sandbox));
  if (providers.stripe) all.push(new StripeProvider(providers.stripe, clock));
  return new Map(all.map((provider) => [provider.name, provider]));
}

/**
 * The provider that captured a payment. Where it is not configured any more, what is under way
 * there is neither lost nor sent elsewhere: it waits until somebody configures it again.
 */
export function providerOf(providers: Providers, name: ProviderName): PaymentProvider {
  const provider = providers.get(name);
  if (!provider) throw new OutcomeUnknown(`the provider ${name} is not configured`);
  return provider;
}

/** Whether a provider lets us hand over a buyer's bank details; Stripe e-mails the buyer itself. */
export const takesBankDetails = (name: ProviderName): boolean => name === "sandbox";

/** Whether transfers to buyers' accounts can be made here, and so be offered. */
export const makesTransfers = ({ providers, sealingKeys }: Config): boolean =>
  providers.sandbox !== null && sealingKeys.length > 0;

/** Null where nobody makes transfers: card processors send money back to cards only. */
export const configuredTransfers = ({ providers }: Config): BankTransfers | null =>
  providers.sandbox ? new SandboxProvider(providers.sandbox).transfers : null;

/** The sandbox's provider, for what only a sandbox does: making charges up. */
export function sandboxProvider({ providers }: Config): SandboxProvider {
  if (!providers.sandbox)
    throw new Error("This needs the sandbox's provider: SANDBOX_PROVIDER_URL.");
  return new SandboxProvider(providers.sandbox);
}
