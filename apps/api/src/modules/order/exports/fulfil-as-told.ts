import type { CommandResult } from "#platform/commands/run-command.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { Actor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { markDelivered, startProcessing } from "../fulfil-order.js";
import { shipOrder } from "../ship-order.js";

/** A step of fulfilment that happened in another system, and when. */
export interface ToldStep {
  command: "startProcessing" | "shipOrder" | "markDelivered";
  at: Date;
}

/** Takes a step in that another system tells of, by the command a seller would have sent here. */
export const fulfilAsTold = (
  platform: Platform,
  actor: Actor,
  orderId: string,
  { command, at }: ToldStep,
  /** Where it was told; goes to the audit trail. */
  source: string,
): Promise<CommandResult<{ orderId: string }>> =>
  runCommand<{ orderId: string }>(platform, {
    name: command,
    actor,
    idempotencyKey: null,
    input: { orderId, source },
    orderId,
    at,
    work: (unit) => {
      switch (command) {
        case "startProcessing":
          return startProcessing(unit, null, orderId);
        case "shipOrder":
          return shipOrder(unit, null, {
            orderId,
            lineIds: null,
            carrier: null,
            trackingNumber: null,
            estimatedDeliveryBy: null,
          });
        case "markDelivered":
          return markDelivered(unit, null, orderId);
      }
    },
  });
