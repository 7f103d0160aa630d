import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPostings } from "./guards/postings.js";

/** What holds from the first day; later terms are published, never edited. */
const firstTerms = {
  commission: { basisPoints: 1200, of: "ITEMS", onRefund: "RETURNED" },
  providerFee: {
    basisPoints: 290,
    fixedMinor: { BRL: 39, EUR: 25, GBP: 20, USD: 30 },
    borneBy: "SHOP",
    onRefund: "STAYS",
  },
  shippingGoesTo: "SHOP",
  taxRemittedBy: "MARKETPLACE",
  goodwillBorneBy: "MARKETPLACE",
  allocation: "VOUCHERS_FIRST",
  payout: { everyDays: 7, holdDays: 7, minimumMinor: 100 },
};

const tables = [
  `CREATE TABLE "money_terms" ("id" text NOT NULL, "shop_id" text, "number" integer NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_by_id" text, "rules" jsonb NOT NULL, CONSTRAINT "PK_money_terms" PRIMARY KEY ("id"))`,
];

const columns = [
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "order_id" DROP NOT NULL`,
  `ALTER TABLE "ledger_transactions" ADD "shop_id" text`,
  `ALTER TABLE "ledger_transactions" ADD "currency" text`,
  `ALTER TABLE "ledger_transactions" ADD "shop_minor" bigint`,
  `ALTER TABLE "ledger_transactions" ADD "terms_id" text`,
  `ALTER TABLE "ledger_transactions" ADD "available_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "ledger_transactions" ADD "written_in" bigint`,
  `ALTER TABLE "ledger_entries" ADD "component" text`,
];

/** Postings made before components were told apart: all of it was the shop's, for its items. */
const older = [
  `ALTER TABLE ledger_transactions DISABLE TRIGGER refuse_change`,
  `ALTER TABLE ledger_entries DISABLE TRIGGER refuse_change`,
  `UPDATE ledger_entries SET component = 'ITEMS' WHERE account = 'SHOP_BALANCE'`,
  `UPDATE ledger_entries SET component = 'GOODWILL' WHERE account = 'GOODWILL'`,
  `UPDATE ledger_transactions t SET shop_id = o.shop_id, currency = o.currency,
     available_at = t.posted_at, written_in = 0,
     shop_minor = (SELECT COALESCE(SUM(-e.amount_minor) FILTER (WHERE e.account = 'SHOP_BALANCE'), 0)
       FROM ledger_entries e WHERE e.transaction_id = t.id)
   FROM orders o WHERE o.id = t.order_id`,
  `ALTER TABLE ledger_entries ENABLE TRIGGER refuse_change`,
  `ALTER TABLE ledger_transactions ENABLE TRIGGER refuse_change`,
];

const constraints = [
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "shop_id" SET NOT NULL`,
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "currency" SET NOT NULL`,
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "shop_minor" SET NOT NULL`,
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "available_at" SET NOT NULL`,
  `ALTER TABLE "ledger_transactions" ALTER COLUMN "written_in" SET NOT NULL`,
  `CREATE INDEX "IDX_4e11603ccbe5af4af75377680c" ON "ledger_transactions"  ("shop_id", "currency", "posted_at", "id") `,
  `CREATE UNIQUE INDEX "IDX_2fd7f6dd4b29319d2056e21af0" ON "money_terms"  ("shop_id", "number") WHERE shop_id IS NOT NULL`,
  `CREATE UNIQUE INDEX "IDX_d196a490ee23db7b5ec34a3f6b" ON "money_terms"  ("number") WHERE shop_id IS NULL`,
  `ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_whose" CHECK ((account = 'SHOP_BALANCE') = (shop_id IS NOT NULL))`,
  `ALTER TABLE "ledger_transactions" ADD CONSTRAINT "FK_2912fbc20140ae942b971c2210f" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ledger_transactions" ADD CONSTRAINT "FK_0b1e765cc5762a8e07b3697ff98" FOREIGN KEY ("terms_id") REFERENCES "money_terms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "money_terms" ADD CONSTRAINT "FK_b1251bfe58f958c23aae883e0bb" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** Components in the ledger, the terms that split the money, and stricter guards of every posting. */
export class LedgerComponents1764103000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await runner.query(
      `INSERT INTO money_terms (id, number, published_at, rules) VALUES ($1, 1, '2016-01-01', $2)`,
      ["mtr_00000000000000000000000001", firstTerms],
    );
    for (const statement of [...columns, ...older, ...constraints, guardPostings]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error("The ledger is never taken back.");
  }
}
