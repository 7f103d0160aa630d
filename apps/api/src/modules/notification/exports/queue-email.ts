import type { EntityManager } from "typeorm";
import { newId } from "#platform/ids.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { EmailEntity } from "./email.entity.js";

/** The job that sends an e-mail. */
export const emailTask = "email.send";

/** Writes an e-mail in the caller's transaction; it is sent if and only if that commits. */
export async function queueEmail(
  manager: EntityManager,
  email: Pick<EmailEntity, "toAddress" | "subject" | "body" | "createdAt">,
): Promise<void> {
  const id = newId("email");
  await manager.insert(EmailEntity, { ...email, id, sentAt: null });
  await enqueue(manager, emailTask, { id }, { key: `${emailTask}:${id}` });
}
