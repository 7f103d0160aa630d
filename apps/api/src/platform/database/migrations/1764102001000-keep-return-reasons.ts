import type { MigrationInterface, QueryRunner } from "typeorm";

/** The reasons that all shops had until policies had their own: code, fault, English, Portuguese. */
const reasons = [
  ["CHANGED_MIND", "NOBODY", "I changed my mind", "Mudei de ideia"],
  ["DOES_NOT_FIT", "NOBODY", "It doesn't fit", "Não serve"],
  ["BOUGHT_BY_MISTAKE", "NOBODY", "I bought it by mistake", "Comprei por engano"],
  ["ARRIVED_LATE", "SELLER", "It arrived too late", "Chegou tarde demais"],
  ["DAMAGED", "SELLER", "It arrived damaged", "Chegou danificado"],
  ["DEFECTIVE", "SELLER", "It doesn't work", "Não funciona"],
  ["WRONG_ITEM", "SELLER", "It is another item", "É outro item"],
  ["NOT_AS_DESCRIBED", "SELLER", "It isn't as described", "Não é como descrito"],
  ["PARTS_MISSING", "SELLER", "Something is missing", "Falta algo"],
] as const;

/** A return keeps its reason's words and whose doing it is, as they were when it was given. */
export class KeepReturnReasons1764102001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "returns" ADD "reason_label" jsonb`);
    await runner.query(`ALTER TABLE "returns" ADD "fault" text`);
    for (const [code, fault, en, pt] of reasons) {
      await runner.query(
        "UPDATE returns SET reason_label = $2, fault = $3 WHERE reason_code = $1",
        [code, JSON.stringify({ en, "pt-BR": pt }), fault],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "returns" DROP COLUMN "reason_label", DROP COLUMN "fault"`);
  }
}
