import type { MigrationInterface, QueryRunner } from "typeorm";

/** What one person proposes and another approves; the database holds them to be two. */
export class ProposedChanges1764204001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE proposed_changes (
  id text NOT NULL, command text NOT NULL, input jsonb NOT NULL, input_hash text NOT NULL,
  summary jsonb NOT NULL, status text NOT NULL, proposed_by_id text NOT NULL,
  proposed_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, decided_by_id text,
  decided_at timestamptz, reason text,
  CONSTRAINT proposed_changes_two_people CHECK
    (status <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id)),
  CONSTRAINT "PK_proposed_changes" PRIMARY KEY (id),
  CONSTRAINT "FK_9557ec5161d8a4b2953d15e3121" FOREIGN KEY (proposed_by_id) REFERENCES people(id)
);
CREATE UNIQUE INDEX proposed_changes_open ON proposed_changes (command, input_hash)
  WHERE status = 'OPEN';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE proposed_changes");
  }
}
