import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { IdempotencyKeyEntity } from "#platform/commands/idempotency-key.entity.js";
import type { Refused } from "#platform/commands/refused.js";
import type { Actor } from "#platform/identity/actor.js";

/** How long an answer is kept. Stripe keeps its keys at least as long. */
const keptHours = 24;

interface Keyed {
  name: string;
  actor: Actor;
  idempotencyKey: string | null;
  dryRun?: boolean;
}

type Claim =
  | { kind: "CLAIMED" }
  | { kind: "REPLAY"; answer: Record<string, unknown> }
  | { kind: "REFUSED"; refused: Refused };

/**
 * Makes the key this transaction's. A second call with the same key waits on the unique index until
 * the first has committed, then replays; if that takes longer than the lock timeout, it is told so.
 */
export async function claimKey(
  manager: EntityManager,
  command: Keyed,
  inputHash: string,
  now: Date,
): Promise<Claim> {
  const key = command.idempotencyKey;
  if (key === null || command.dryRun) return { kind: "CLAIMED" };
  const callerId = command.actor.id;
  const row = {
    callerId,
    key,
    command: command.name,
    inputHash,
    answer: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + keptHours * 3_600_000),
  };
  const inserted = await manager.query(
    `INSERT INTO idempotency_keys (caller_id, key, command, input_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (caller_id, key) DO UPDATE SET command = EXCLUDED.command,
       input_hash = EXCLUDED.input_hash, answer = NULL, created_at = EXCLUDED.created_at,
       expires_at = EXCLUDED.expires_at WHERE idempotency_keys.expires_at <= $5
     RETURNING key`,
    [row.callerId, row.key, row.command, row.inputHash, row.createdAt, row.expiresAt],
  );
  if (inserted.length > 0) return { kind: "CLAIMED" };

  const known = await manager.findOneByOrFail(IdempotencyKeyEntity, { callerId, key });
  if (known.inputHash !== inputHash) {
    return { kind: "REFUSED", refused: { kind: "IdempotencyConflict", key, decision: null } };
  }
  assert(known.answer !== null, "a committed key has its answer");
  return { kind: "REPLAY", answer: known.answer };
}
