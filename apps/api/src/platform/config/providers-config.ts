import { z } from "zod";

const webhookSecrets = z
  .string()
  .transform((text) => text.split(",").map((secret) => secret.trim()))
  .pipe(z.array(z.string().startsWith("whsec_")).min(1));

/** The variables by which payment providers are configured. */
export const providerVariables = {
  SANDBOX_PROVIDER_URL: z.url().optional(),
  SANDBOX_PROVIDER_KEY: z.string().min(1).optional(),
  SANDBOX_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  STRIPE_API_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/, "is no secret or restricted key of Stripe's")
    .optional(),
  STRIPE_WEBHOOK_SECRETS: webhookSecrets.optional(),
  STRIPE_API_URL: z.url().default("https://api.stripe.com"),
  STRIPE_FAULT_SETTLES_SECONDS: z.coerce.number().nonnegative().default(900),
};
const given = z.object(providerVariables);
type Given = z.infer<typeof given>;

export interface SandboxProviderConfig {
  url: string;
  key: string;
  webhookSecret: string;
}

export interface StripeConfig {
  url: string;
  key: string;
  /** Any of them may have signed; two while one replaces the other. */
  webhookSecrets: string[];
  /** How long after a fault Stripe may still make what was asked for. Seconds. */
  faultSettlesAfterSeconds: number;
}

/** Null where one is not configured. */
export interface ProvidersConfig {
  sandbox: SandboxProviderConfig | null;
  stripe: StripeConfig | null;
}

/** The providers that are configured; what is wrong with them is added to the problems. */
export function readProviders(
  value: Given,
  inSandbox: boolean,
  problems: string[],
): ProvidersConfig {
  return {
    sandbox: sandboxOf(value, inSandbox, problems),
    stripe: stripeOf(value, inSandbox, problems),
  };
}

const sandboxNames = [
  "SANDBOX_PROVIDER_URL",
  "SANDBOX_PROVIDER_KEY",
  "SANDBOX_WEBHOOK_SECRET",
] as const;

/** The sandbox's provider: part of every sandbox; in production, only where it is asked for. */
function sandboxOf(
  value: Given,
  inSandbox: boolean,
  problems: string[],
): SandboxProviderConfig | null {
  if (!inSandbox && sandboxNames.every((name) => value[name] === undefined)) {
    if (value.STRIPE_API_KEY === undefined) {
      problems.push("STRIPE_API_KEY: is needed, or another provider's: nobody could be refunded");
    }
    return null;
  }
  for (const name of sandboxNames) {
    if (value[name] === undefined) problems.push(`${name}: is needed for the sandbox's provider`);
  }
  return {
    url: value.SANDBOX_PROVIDER_URL ?? "",
    key: value.SANDBOX_PROVIDER_KEY ?? "",
    webhookSecret: value.SANDBOX_WEBHOOK_SECRET ?? "",
  };
}

function stripeOf(value: Given, inSandbox: boolean, problems: string[]): StripeConfig | null {
  const { STRIPE_API_KEY: key, STRIPE_WEBHOOK_SECRETS: secrets, STRIPE_API_URL: url } = value;
  if (key === undefined) return null;
  if (secrets === undefined) {
    problems.push("STRIPE_WEBHOOK_SECRETS: is needed: what Stripe tells could not be believed");
  }
  if (inSandbox && key.includes("_live_")) {
    problems.push("STRIPE_API_KEY: is a live key; a sandbox moves no real money");
  }
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" && !["localhost", "127.0.0.1"].includes(hostname)) {
    problems.push("STRIPE_API_URL: is not https; the key would be sent in the clear");
  }
  return {
    url,
    key,
    webhookSecrets: secrets ?? [],
    faultSettlesAfterSeconds: value.STRIPE_FAULT_SETTLES_SECONDS,
  };
}
