import { IsNull } from "typeorm";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { BankDetailsEntity } from "./exports/bank-details.entity.js";

/** An account is kept no longer than it is needed: once the money arrived, its mask is left. */
export async function eraseDetails(
  unit: UnitOfWork,
  which: { attemptId: string } | { id: string },
): Promise<void> {
  await unit.manager.update(
    BankDetailsEntity,
    { ...which, erasedAt: IsNull() },
    { sealed: null, erasedAt: unit.now },
  );
}
