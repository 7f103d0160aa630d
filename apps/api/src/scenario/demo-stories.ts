import { assert } from "@makegood/domain/assert";
import { rejectCancellation } from "#modules/cancellation/exports/decide-request.js";
import { requestCancellation } from "#modules/cancellation/exports/request-cancellation.js";
import { SandboxCarrier } from "#modules/carrier/exports/sandbox-carrier.js";
import { openCase } from "#modules/case/exports/open-case.js";
import { requestReturn } from "#modules/return/exports/request-return.js";
import {
  addReturnTracking,
  approveReturn,
  markReturnReceived,
  rejectReturn,
} from "#modules/return/exports/return-commands.js";
import type { Outcome } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { actorOf } from "#platform/identity/actor.js";
import type { Caller } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";
import type { DemoPeople } from "./demo-people.js";
import type { MadeOrder } from "./insert-purchase.js";

const buyer = (personId: string): Caller => ({
  kind: "BUYER",
  personId,
  sessionId: "",
  locale: "en",
});

/** What people did before we came: through the same commands as everything else. */
export async function demoStories(
  platform: Platform,
  { shops, buyers }: DemoPeople,
  orders: Record<string, MadeOrder>,
): Promise<void> {
  const cancel = (
    who: string,
    order: string,
    reasonCode: string | null = null,
    note: string | null = null,
  ) =>
    act(platform, buyer(who), (unit, caller) =>
      requestCancellation(unit, caller, {
        orderId: orders[order]?.id ?? "",
        units: null,
        reasonCode,
        note,
        quoteId: null,
        kind: "BUYER_REQUEST",
      }),
    );

  await cancel(buyers.ana, "fails");
  await cancel(buyers.ana, "refunded", "CHANGED_MIND");
  await cancel(buyers.bruno, "waiting", "FOUND_CHEAPER");
  await cancel(buyers.clara, "asked", "TAKES_TOO_LONG");
  await cancel(buyers.clara, "slowRefund");
  await cancel(buyers.clara, "pendingRefund", "BOUGHT_BY_MISTAKE");
  await cancel(buyers.daniel, "reversed");
  const { cancellationId } = await cancel(buyers.bruno, "rejected", "CHANGED_MIND");

  const seller: Caller = {
    kind: "SELLER",
    personId: shops.asksSeller.ownerId,
    sessionId: "",
    shops: new Map([[shops.asksSeller.id, "OWNER"]]),
    locale: "en",
  };
  const note = "Your name is already engraved on it.";
  await act(platform, seller, (unit, caller) =>
    rejectCancellation(unit, caller, {
      cancellationId: String(cancellationId),
      reason: "CUSTOM_MADE",
      note,
    }),
  );

  await demoReturns(platform, { seller, buyers, orders });

  const ask = (
    who: string,
    order: string,
    topic: "CANNOT_CANCEL" | "REJECTED",
    message: string,
    refusal: string,
  ) =>
    act(platform, buyer(who), (unit, caller) =>
      openCase(unit, caller, { orderId: orders[order]?.id ?? "", topic, message, refusal }),
    );
  await ask(
    buyers.bruno,
    "rejected",
    "REJECTED",
    "The seller says it is engraved already, but I wrote to them an hour after buying. Can you have a look?",
    `The seller rejected the cancellation: ${note}`,
  );
  await ask(
    buyers.ana,
    "tooLate",
    "CANNOT_CANCEL",
    "I bought the wrong size by mistake and it hasn't even been packed. Is there nothing you can do?",
    "This shop's time for cancelling is over.",
  );
}

/** Returns as they stand in a shop that decides: asked for, arrived, and refused and disputed. */
async function demoReturns(
  platform: Platform,
  {
    seller,
    buyers,
    orders,
  }: { seller: Caller; buyers: DemoPeople["buyers"]; orders: Record<string, MadeOrder> },
): Promise<void> {
  const carrier = new SandboxCarrier();
  const request = async (who: string, order: string, reasonCode: string, note: string) => {
    const { returnId } = await act(platform, buyer(who), (unit, caller) =>
      requestReturn(unit, caller, carrier, {
        orderId: orders[order]?.id ?? "",
        units: null,
        reasonCode,
        note,
        photoIds: [],
        method: "OWN",
        quoteId: null,
      }),
    );
    return returnId;
  };
  await request(buyers.clara, "returnAsked", "DEFECTIVE", "It leaks at the spout.");
  const arrived = await request(buyers.daniel, "returnArrived", "PARTS_MISSING", "Two of six.");
  await act(platform, seller, (unit, caller) => approveReturn(unit, caller, arrived));
  const parcel = { returnId: arrived, carrier: "Correios", trackingNumber: "AA473124829BR" };
  await act(platform, buyer(buyers.daniel), (unit, caller) =>
    addReturnTracking(unit, caller, parcel),
  );
  await act(platform, seller, (unit, caller) => markReturnReceived(unit, caller, arrived));
  const refused = await request(buyers.bruno, "returnRefused", "DEFECTIVE", "A crack in its foot.");
  await act(platform, seller, (unit, caller) =>
    rejectReturn(unit, caller, {
      returnId: refused,
      reason: "NO_FAULT_FOUND",
      note: "Soapstone has veins; this is one.",
      photoIds: [],
    }),
  );
}

async function act<A extends Record<string, unknown>>(
  platform: Platform,
  caller: Caller,
  work: (unit: UnitOfWork, caller: Caller) => Promise<Outcome<A>>,
): Promise<A> {
  const result = await runCommand<A>(platform, {
    name: "demo",
    actor: actorOf(caller),
    idempotencyKey: null,
    input: {},
    work: (unit) => work(unit, caller),
  });
  assert(result.ok, "the demo does what can be done");
  return result.answer;
}
