import { recordedTask } from "#platform/events/event-row.js";
import type { Task } from "#platform/jobs/jobs.js";
import { tellOf } from "../tell-of.js";
import { EmailEntity } from "./email.entity.js";
import type { Mailer } from "./mailer.js";
import { emailTask } from "./queue-email.js";

export const notificationTasks = (mailer: Mailer): Record<string, Task> => ({
  [recordedTask]: (platform, { orderId = "", seq = "0" }) => tellOf(platform, orderId, Number(seq)),
  [emailTask]: async ({ database, clock }, { id = "" }) => {
    const email = await database.manager.findOneBy(EmailEntity, { id });
    if (!email || email.sentAt) return;
    await mailer.send(email);
    await database.manager.update(EmailEntity, { id }, { sentAt: clock.now() });
  },
});
