import type { MigrationInterface, QueryRunner } from "typeorm";

/** What held for a role until somebody set something else: the same number in every currency. */
const until = [
  ["AGENT", 500, 5_000, 500],
  ["LEAD", 5_000, 50_000, 5_000],
  ["ADMIN", 50_000, 250_000, 50_000],
  ["OWNER", 2_000, 10_000, 2_000],
  ["STAFF", 200, 1_000, 200],
  ["KEY", 200, 1_000, 200],
] as const;

const decimals = `CASE WHEN currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX',
    'UYI','VND','VUV','XAF','XOF','XPF') THEN 0
  WHEN currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 3
  WHEN currency IN ('CLF','UYW') THEN 4 ELSE 2 END`;

/**
 * Where no limit is set for a currency, nothing is given back in it. A marketplace that has sold in a
 * currency keeps the limits that held for it, now as rows that its administrators can see and change.
 */
export class LimitsAreSet1764203001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [role, ...units] of until) {
      await runner.query(
        `INSERT INTO refund_limits (holder, currency, per_refund_minor, per_day_minor,
           goodwill_per_day_minor, approval_business_days, set_at, set_by_id)
         SELECT $1, currency, $2 * scale, $3 * scale, $4 * scale, 1, now(), 'migration'
         FROM (SELECT DISTINCT currency, (10 ^ (${decimals}))::bigint AS scale FROM orders) used
         ON CONFLICT DO NOTHING`,
        [role, ...units],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM refund_limits WHERE set_by_id = 'migration'");
  }
}
