import { SandboxClockEntity } from "#platform/clock/sandbox-clock.entity.js";
import { AuditRowEntity } from "#platform/commands/audit-row.entity.js";
import { IdempotencyKeyEntity } from "#platform/commands/idempotency-key.entity.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import { DeadlineEntity } from "#platform/jobs/deadline.entity.js";

/** The platform's own tables; each module brings its own in app.ts. */
export const platformEntities = [
  TimelineEventEntity,
  IdempotencyKeyEntity,
  AuditRowEntity,
  DeadlineEntity,
  SandboxClockEntity,
];
