import DataLoader from "dataloader";
import {
  cancellationsByOrder,
  unitsByCancellation,
} from "#modules/cancellation/exports/cancellation-loaders.js";
import { paymentsByPurchase, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { loadListBy } from "#platform/database/loaders.js";
import type { LoaderFactory } from "#platform/graphql/context.js";
import { PaymentStepEntity } from "./payment-step.entity.js";
import { type CollectedOrder, moneyOf } from "./read-order-money.js";

export const stepsByOrder = loadListBy(PaymentStepEntity, "orderId", { number: "ASC" });

/** How visible orders stand with money that is not taken at checkout; null where it was. */
export const collectedByOrder: LoaderFactory<string, CollectedOrder | null> = (context) =>
  new DataLoader<string, CollectedOrder | null>((ids) =>
    Promise.all(
      ids.map(async (id) => {
        const order = await context.loader(visibleOrderById).load(id);
        if (!order || order.authorizedMinor === 0) return null;
        const [payments, steps, cancellations] = await Promise.all([
          context.loader(paymentsByPurchase).load(order.purchaseId),
          context.loader(stepsByOrder).load(id),
          context.loader(cancellationsByOrder).load(id),
        ]);
        const units = await Promise.all(
          cancellations.map((each) => context.loader(unitsByCancellation).load(each.id)),
        );
        const canceledMinor = units
          .flat()
          .filter(({ state }) => state === "CANCELED")
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        const own = payments.filter(({ orderId }) => orderId === id);
        return moneyOf(order, own, steps, canceledMinor);
      }),
    ),
  );
