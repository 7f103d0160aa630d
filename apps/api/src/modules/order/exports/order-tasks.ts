import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { completeOrder, endGracePeriod } from "../fulfil-order.js";
import { giveUpDelivery } from "../settle-delivery.js";
import { completeDeadline } from "./complete-deadline.js";
import { deliveryDeadline } from "./delivery-deadline.js";
import { graceDeadline } from "./grace-deadline.js";

const whenDue =
  (name: string, work: typeof endGracePeriod): Task =>
  async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name,
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { orderId: id },
      orderId: id,
      work: (unit) => work(unit, id),
    });
  };

export const orderTasks: Record<string, Task> = {
  [graceDeadline]: whenDue("endGracePeriod", endGracePeriod),
  [deliveryDeadline]: whenDue("giveUpDelivery", (unit, id) => giveUpDelivery(unit, null, id)),
  [completeDeadline]: whenDue("completeOrder", completeOrder),
};
