import { setTimeout as sleep } from "node:timers/promises";
import { type Bucket, bucketKey, levelOf, pour, takeBack } from "#platform/limits/buckets.js";
import type { Platform } from "#platform/platform.js";

/** Wrong tries of one account from one address: ten at once, then one in six seconds. */
const perPair: Bucket = { capacity: 10, perSecond: 1 / 6 };
/** Wrong tries of any accounts from one address, behind which a whole office may sit. */
const perAddress: Bucket = { capacity: 60, perSecond: 1 };
/**
 * Wrong tries of one account from anywhere. They slow every try of it down and refuse none: else
 * whoever knows an e-mail could lock its owner out.
 */
const perAccount: Bucket = { capacity: 200, perSecond: 1 / 6 };
const calmUntil = 10;
const mostDelayMs = 3_000;

/** A try that was let through: it counts unless it turns out right. */
export interface SignInTry {
  succeeded(): Promise<void>;
}

/** Lets a try through, slowed down where the account is under attack; or how long to wait, in milliseconds. */
export async function trySignIn(
  { database }: Platform,
  email: string,
  address: string,
): Promise<SignInTry | number> {
  const pair = bucketKey("sign-in-pair", email, address);
  const from = bucketKey("sign-in-address", address);
  const account = bucketKey("sign-in-account", email);
  const waits =
    (await pour(database, pair, 1, perPair)) || (await pour(database, from, 1, perAddress));
  if (waits > 0) return waits;
  const level = await levelOf(database, account, perAccount);
  await pour(database, account, 1, perAccount);
  if (level > calmUntil) await sleep(Math.min(mostDelayMs, (level - calmUntil) * 100));
  return {
    async succeeded() {
      await Promise.all([pair, from, account].map((key) => takeBack(database, key, 1)));
    },
  };
}
