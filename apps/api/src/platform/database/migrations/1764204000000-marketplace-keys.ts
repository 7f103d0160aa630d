import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keys may be the marketplace's own, which two administrators answer for, and may end on a date. */
export class MarketplaceKeys1764204000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE integration_keys ALTER COLUMN shop_id DROP NOT NULL;
ALTER TABLE integration_keys ADD COLUMN expires_at timestamptz;
ALTER TABLE integration_keys ADD COLUMN created_by_id text;
ALTER TABLE integration_keys ADD COLUMN approved_by_id text;
ALTER TABLE integration_keys ADD CONSTRAINT integration_keys_two_people
  CHECK (approved_by_id IS NULL OR approved_by_id <> created_by_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE integration_keys DROP CONSTRAINT integration_keys_two_people;
ALTER TABLE integration_keys DROP COLUMN approved_by_id;
ALTER TABLE integration_keys DROP COLUMN created_by_id;
ALTER TABLE integration_keys DROP COLUMN expires_at;
DELETE FROM integration_keys WHERE shop_id IS NULL;
ALTER TABLE integration_keys ALTER COLUMN shop_id SET NOT NULL;
`);
  }
}
