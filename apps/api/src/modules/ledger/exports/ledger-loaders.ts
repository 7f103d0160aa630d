import { loadListBy } from "#platform/database/loaders.js";
import { LedgerEntryEntity } from "./ledger-entry.entity.js";

export const entriesByTransaction = loadListBy(LedgerEntryEntity, "transactionId", {
  position: "ASC",
});
