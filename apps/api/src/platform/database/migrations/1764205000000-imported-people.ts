import type { MigrationInterface, QueryRunner } from "typeorm";

const up = [
  `ALTER TABLE "people" ADD "external_id" text`,
  `CREATE UNIQUE INDEX "people_external_id" ON "people" ("external_id")`,
  // Owners are known by their shop, whose whole id was always kept.
  `UPDATE people p SET external_id = 'olist:seller:' || substr(s.external_id, length('olist:') + 1)
   FROM shop_members m JOIN shops s ON s.id = m.shop_id
   WHERE m.person_id = p.id AND m.role = 'OWNER' AND s.external_id LIKE 'olist:%'
     AND p.email LIKE 'shop-%@imported.makegood.example'`,
  // Of buyers the first 16 characters were kept: what is shorter is whole, what isn't is told by the
  // next import of the same files.
  `UPDATE people SET external_id = 'olist:customer:' || split_part(email, '@', 1)
   WHERE external_id IS NULL AND email LIKE '%@imported.makegood.example'
     AND length(split_part(email, '@', 1)) < 16`,
  `CREATE TABLE "account_claims" ("id" text NOT NULL, "person_id" text NOT NULL, "token_hash" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_account_claims" PRIMARY KEY ("id"), CONSTRAINT "FK_cb7faac1bffb43418aa6f0c48e6" FOREIGN KEY ("person_id") REFERENCES "people" ("id"))`,
  `CREATE INDEX "account_claims_person" ON "account_claims" ("person_id")`,
  `CREATE UNIQUE INDEX "account_claims_token" ON "account_claims" ("token_hash")`,
  // Everybody who was imported had one password, which everybody knows.
  `UPDATE sessions s SET ended_at = now() FROM people p
   WHERE p.id = s.person_id AND s.ended_at IS NULL AND p.email LIKE '%@imported.makegood.example'`,
  `UPDATE people SET password_hash = NULL WHERE email LIKE '%@imported.makegood.example'`,
];

/** Who was imported is known by their whole id, and has no password until they claim their account. */
export class ImportedPeople1764205000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "account_claims"`);
    await runner.query(`DROP INDEX "people_external_id"`);
    await runner.query(`ALTER TABLE "people" DROP COLUMN "external_id"`);
  }
}
