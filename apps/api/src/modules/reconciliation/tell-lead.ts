import { driftOverdueNews } from "@makegood/domain/reconciliation/drift-news";
import { driftStepSentence } from "@makegood/domain/reconciliation/drift-step-words";
import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { queueEmail } from "#modules/notification/exports/queue-email.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";
import { nextStepOfItem } from "./exports/next-step-of-item.js";
import { sentenceOfItem } from "./sentence-of-item.js";

/** Tells the lead who has an overdue difference now: once, since it is written with its rise. */
export async function tellLead(
  manager: EntityManager,
  item: DriftItemEntity,
  assigneeId: string,
  { publicUrl, at: createdAt }: { publicUrl: string; at: Date },
): Promise<void> {
  const lead = await manager.findOneByOrFail(PersonEntity, { id: assigneeId });
  const step = nextStepOfItem(item);
  if (!lead.notifyByEmail || step === null) return;
  const { subject, paragraphs } = driftOverdueNews(lead.locale, {
    sentence: sentenceOfItem(item, lead.locale),
    step: driftStepSentence(step, item.about, lead.locale),
  });
  const body = [`${lead.name},`, ...paragraphs, `${publicUrl}/support/books`, "Makegood"];
  await queueEmail(manager, {
    toAddress: lead.email,
    subject,
    body: body.join("\n\n"),
    createdAt,
  });
}
