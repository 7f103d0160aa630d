import type { MigrationInterface, QueryRunner } from "typeorm";

/** As what a photo's sender gave it; of those before, as far as it can be told. */
export class WhoGaveAPhoto1764207001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE photos ADD COLUMN uploader_kind text`);
    await runner.query(`
      UPDATE photos p SET uploader_kind = CASE
        WHEN p.uploader_id = o.buyer_id THEN 'BUYER'
        WHEN EXISTS (SELECT 1 FROM integration_keys k WHERE k.id = p.uploader_id) THEN 'INTEGRATION'
        WHEN EXISTS (SELECT 1 FROM shop_members m
          WHERE m.person_id = p.uploader_id AND m.shop_id = o.shop_id) THEN 'SELLER'
        ELSE 'AGENT' END
      FROM orders o WHERE o.id = p.order_id`);
    await runner.query(`ALTER TABLE photos ALTER COLUMN uploader_kind SET NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE photos DROP COLUMN uploader_kind`);
  }
}
