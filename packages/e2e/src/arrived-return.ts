import { SandboxCarrier } from "@makegood/api/modules/carrier/exports/sandbox-carrier";
import { requestReturn } from "@makegood/api/modules/return/exports/request-return";
import {
  addReturnTracking,
  approveReturn,
  markReturnReceived,
} from "@makegood/api/modules/return/exports/return-commands";
import { runCommand } from "@makegood/api/platform/commands/run-command";
import { actorOf } from "@makegood/api/platform/identity/actor";
import type { Caller } from "@makegood/api/platform/identity/caller";
import type { World } from "@makegood/api/scenario/world";

/** A return that has come back to its seller, who has to inspect it. */
export async function arrivedReturn(
  world: World,
  given: { shop: { id: string; ownerId: string }; buyerId: string; orderId: string },
): Promise<void> {
  const { shop, buyerId, orderId } = given;
  const buyer: Caller = { kind: "BUYER", personId: buyerId, sessionId: "", locale: "en" };
  const seller: Caller = {
    kind: "SELLER",
    personId: shop.ownerId,
    sessionId: "",
    shops: new Map([[shop.id, "OWNER"]]),
    locale: "en",
  };
  const act = async (
    caller: Caller,
    work: (unit: Parameters<typeof approveReturn>[0]) => ReturnType<typeof approveReturn>,
  ) => {
    const result = await runCommand<{ returnId: string }>(world.platform, {
      name: "journey",
      actor: actorOf(caller),
      idempotencyKey: null,
      input: {},
      work,
    });
    if (!result.ok) throw new Error(result.refused.kind);
    return result.answer.returnId;
  };
  const returnId = await act(buyer, (unit) =>
    requestReturn(unit, buyer, new SandboxCarrier(), {
      orderId,
      units: null,
      reasonCode: "DEFECTIVE",
      note: "It leaks.",
      photoIds: [],
      method: "OWN",
      quoteId: null,
    }),
  );
  await act(seller, (unit) => approveReturn(unit, seller, returnId));
  const parcel = { returnId, carrier: "Correios", trackingNumber: "AA473124829BR" };
  await act(buyer, (unit) => addReturnTracking(unit, buyer, parcel));
  await act(seller, (unit) => markReturnReceived(unit, seller, returnId));
}
