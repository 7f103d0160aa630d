import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is searched in has no accents and no capitals. Marks go first, since `lower` knows no other
 * letters than ASCII in the C locale.
 */
export class FoldSearch1764209001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g'))
$$`);
    await runner.query(`UPDATE orders SET search_text = fold_text(search_text)
      WHERE search_text <> fold_text(search_text)`);
    await runner.query(`UPDATE cases SET search_text = fold_text(search_text)
      WHERE search_text <> fold_text(search_text)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP FUNCTION fold_text(text)");
  }
}
