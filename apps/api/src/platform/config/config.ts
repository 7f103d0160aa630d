import { createHash } from "node:crypto";
import type { Marketplace } from "@makegood/domain/calendar/marketplace";
import proxyAddr from "proxy-addr";
import { z } from "zod";
import type { SealingKey } from "#platform/secrets/seal.js";
import { marketplaceVariables, readMarketplace } from "./marketplace-config.js";
import { type ProvidersConfig, providerVariables, readProviders } from "./providers-config.js";

const url = z.url();
const devApps = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: "custom", message: "is not JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.enum(["buyer", "seller", "support"]), url));

/** Public keys of 32 bytes in base64 or base64url, by comma. */
const publicKeys = z.string().transform((text, ctx): Buffer[] =>
  text.split(",").map((part) => {
    const key = Buffer.from(part.trim(), "base64");
    if (key.length !== 32) {
      ctx.addIssue({ code: "custom", message: "is not a list of public keys, 32 bytes in base64" });
    }
    return key;
  }),
);

/** Addresses, networks (10.0.0.0/8) and loopback, linklocal, uniquelocal, by comma. */
const proxies = z.string().transform((text, ctx): string[] => {
  const list = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  try {
    proxyAddr.compile(list);
  } catch {
    ctx.addIssue({ code: "custom", message: "is not a list of addresses and networks" });
  }
  return list;
});

/** "name:key,name:key", each key 32 bytes in base64; the first one seals, all of them open. */
const sealingKeys = z.string().transform((text, ctx): SealingKey[] =>
  text.split(",").map((part) => {
    const [id = "", key = ""] = part.trim().split(":");
    const secret = Buffer.from(key, "base64");
    if (!/^[\w-]{1,32}$/.test(id) || secret.length !== 32) {
      ctx.addIssue({ code: "custom", message: "is not a list of name:base64 of 32 bytes" });
    }
    return { id, secret };
  }),
);

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().default("127.0.0.1"),
  MAKEGOOD_MODE: z.enum(["sandbox", "production"]).default("production"),
  ...providerVariables,
  ...marketplaceVariables,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Makegood <no-reply@makegood.example>"),
  PUBLIC_URL: url.optional(),
  PROOF_SIGNING_KEY: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === 32, "is not 32 bytes in base64")
    .optional(),
  PROOF_RETIRED_KEYS: publicKeys.default([]),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  DEV_APPS: devApps.optional(),
  JOBS: z.enum(["on", "off"]).default("on"),
  LOCK_WAIT_SECONDS: z.coerce.number().positive().default(8),
  BANK_DETAILS_KEYS: sealingKeys.optional(),
  STORE_CREDIT_BONUS_PERCENT: z.coerce.number().int().min(0).max(50).default(0),
  RECONCILE_CRON: z
    .string()
    .regex(/^\S+( \S+){4}$/, "is no crontab of five fields")
    .default("12,42 * * * *"),
  REFUND_CHECK_SECONDS: z.coerce.number().positive().default(15),
  CALLER_LIMITS: z.enum(["on", "off"]).default("on"),
  CALLER_POINTS_PER_SECOND: z.coerce.number().positive().default(10_000),
  CALLER_SOCKETS: z.coerce.number().int().positive().default(32),
  SOCKETS: z.coerce.number().int().positive().default(20_000),
  STATEMENT_SECONDS: z.coerce.number().positive().default(30),
  TRUSTED_PROXIES: proxies.default([]),
  DRAIN_SECONDS: z.coerce.number().positive().default(25),
});

/** What the process was told at start, checked. */
export interface Config {
  databaseUrl: string;
  port: number;
  host: string;
  sandbox: boolean;
  /** Those that are configured; at least one is. */
  providers: ProvidersConfig;
  /** Where the marketplace itself is at home. */
  marketplace: Marketplace;
  logLevel: string;
  /** Where processes wake each other's subscribers; null leaves it to PostgreSQL. */
  redisUrl: string | null;
  /** Where e-mail leaves; null keeps it in the sandbox's mailbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Where people reach the apps, for links in e-mail; without a slash at its end. */
  publicUrl: string;
  /** The Ed25519 seed by which proofs and the audit trail are signed. 32 bytes. */
  signingSeed: Buffer;
  /** Public keys that signed before it, the newest first: what they signed stays genuine. 32 bytes each. */
  retiredKeys: readonly Buffer[];
  /** Vite dev servers by app, for hot reload; empty when built apps are served. */
  devApps: Partial<Record<"buyer" | "seller" | "support", string>>;
  /** Whether this process carries out jobs. Some process has to, or refunds and deadlines wait. */
  runsJobs: boolean;
  /** How long a command waits for another one's lock before it is told to try again. Seconds. */
  lockWaitSeconds: number;
  /** What buyers' bank details are sealed with: the first seals, all open. Without any, none are taken. */
  sealingKeys: readonly SealingKey[];
  /** What store credit is topped up by where a buyer takes it for a refund that failed. Percent. */
  storeCreditBonusPercent: number;
  /** When providers' books are compared with ours: five fields of crontab, in UTC. */
  reconcileCron: string;
  /** How long an attempt may stay without an outcome before the provider is asked. Seconds. */
  refundCheckSeconds: number;
  /** How long what is connected may take to end once the process drains; what is left then is cut. Seconds. */
  drainSeconds: number;
  /** What one caller may use; null where nobody is limited, as for measuring. */
  callerLimits: { pointsPerSecond: number; sockets: number } | null;
  /** Sockets in all that this process takes. */
  sockets: number;
  /** How long a statement of a request may take. Seconds. */
  statementSeconds: number;
  /** Proxies that are believed whom they send for: addresses and networks. */
  trustedProxies: readonly string[];
}

/** Thrown at start with every problem at once, so that nobody fixes them one by one. */
export class ConfigProblems extends Error {
  constructor(readonly problems: string[]) {
    super(
      `The configuration has problems:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
  }
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { value, unreadable } = readEach(env);
  const sandbox = value.MAKEGOOD_MODE === "sandbox";
  const problems: string[] = [];
  const providers = readProviders(value, sandbox, problems);
  const marketplace = readMarketplace(value, sandbox, problems);
  if (!value.PROOF_SIGNING_KEY && !(sandbox && value.SANDBOX_WEBHOOK_SECRET)) {
    problems.push("PROOF_SIGNING_KEY: is needed; make one by openssl rand -base64 32");
  }
  if (!sandbox && !value.BANK_DETAILS_KEYS) {
    problems.push(
      "BANK_DETAILS_KEYS: is needed, since refunds may wait for a buyer's bank details",
    );
  }
  // What can't be read isn't missing as well.
  const missing = problems.filter((problem) => !unreadable.has(problem.split(":")[0] ?? ""));
  const all = [...unreadable.values(), ...missing];
  if (all.length > 0) throw new ConfigProblems(all);
  return {
    databaseUrl: value.DATABASE_URL,
    port: value.PORT,
    host: value.HOST,
    sandbox,
    providers,
    marketplace,
    logLevel: value.LOG_LEVEL,
    redisUrl: value.REDIS_URL ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ""),
    // A sandbox proves nothing to anybody: its key may hang on a secret that it has anyway.
    signingSeed: value.PROOF_SIGNING_KEY
      ? Buffer.from(value.PROOF_SIGNING_KEY, "base64")
      : createHash("sha256").update(`proofs ${value.SANDBOX_WEBHOOK_SECRET}`).digest(),
    retiredKeys: value.PROOF_RETIRED_KEYS,
    devApps: value.DEV_APPS ?? {},
    runsJobs: value.JOBS === "on",
    lockWaitSeconds: value.LOCK_WAIT_SECONDS,
    sealingKeys: value.BANK_DETAILS_KEYS ?? [],
    storeCreditBonusPercent: value.STORE_CREDIT_BONUS_PERCENT,
    reconcileCron: value.RECONCILE_CRON,
    refundCheckSeconds: value.REFUND_CHECK_SECONDS,
    drainSeconds: value.DRAIN_SECONDS,
    callerLimits:
      value.CALLER_LIMITS === "on"
        ? { pointsPerSecond: value.CALLER_POINTS_PER_SECOND, sockets: value.CALLER_SOCKETS }
        : null,
    sockets: value.SOCKETS,
    // Waiting for a lock is part of it, and is told as what it is.
    statementSeconds: Math.max(value.STATEMENT_SECONDS, value.LOCK_WAIT_SECONDS + 1),
    trustedProxies: value.TRUSTED_PROXIES,
  };
}

type Environment = z.infer<typeof environment>;

/** What can be read, and what is wrong with each variable that can't, so that the rest is checked, too. */
function readEach(env: NodeJS.ProcessEnv): { value: Environment; unreadable: Map<string, string> } {
  const parsed = environment.safeParse(env);
  if (parsed.success) return { value: parsed.data, unreadable: new Map() };
  const unreadable = new Map(
    parsed.error.issues.map(({ path, message }) => [
      String(path[0]),
      `${path.join(".")}: ${message}`,
    ]),
  );
  const rest = Object.entries(env).filter(([name]) => !unreadable.has(name));
  const value = environment.partial().parse(Object.fromEntries(rest)) as Environment;
  return { value, unreadable };
}
