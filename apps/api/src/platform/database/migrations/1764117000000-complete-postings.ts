import type { MigrationInterface, QueryRunner } from "typeorm";
import { completePostings } from "./guards/complete-postings.js";

/** Postings are checked and linked once, not once for each entry. What is refused stays refused. */
export class CompletePostings1764117000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(completePostings);
  }

  async down(): Promise<void> {
    throw new Error("The guards of postings are not taken down.");
  }
}
