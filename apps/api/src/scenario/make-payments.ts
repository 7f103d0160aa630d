import { apportion } from "@makegood/domain/money/apportion";
import type {
  PaymentEntity,
  PaymentMethod,
  ProviderName,
} from "#modules/order/exports/payment.entity.js";
import type { NewCharge } from "#modules/refund/exports/refund-provider.js";
import { newId } from "#platform/ids.js";

export interface NewPayment {
  method?: PaymentMethod;
  label?: string;
  /** How the sandbox provider treats its refunds. */
  testMethod?: string;
  /** Captured by a real provider, as this charge of its own; the sandbox's provider when left out. */
  charge?: { provider: ProviderName; id: string };
  /** Its part of the total; equal parts when left out. */
  weight?: number;
}

export type NewPaymentRow = Omit<PaymentEntity, "refundReservedMinor" | "refundedMinor">;

interface OrdersMoney {
  id: string;
  money: "captured" | "authorized" | "due";
  totalMinor: number;
}

/**
 * The payments of a purchase: those captured at checkout pay all its orders together, an authorised
 * or asked-for one is for one order, so that each order can be taken or let go by itself.
 */
export function paymentsOf(
  purchase: { purchaseId: string; currency: string; payments: NewPayment[] },
  orders: OrdersMoney[],
): NewPaymentRow[] {
  const atOnce = orders.filter(({ money }) => money === "captured");
  const together = atOnce.reduce((sum, order) => sum + order.totalMinor, 0);
  const rows = [
    ...split(purchase, { id: null, money: "captured", totalMinor: together }),
    ...orders
      .filter(({ money }) => money !== "captured")
      .flatMap((order) => split(purchase, order)),
  ];
  return rows.map((row, index) => ({ ...row, position: index + 1 }));
}

function split(
  { purchaseId, currency, payments }: Parameters<typeof paymentsOf>[0],
  order: Omit<OrdersMoney, "id"> & { id: string | null },
): NewPaymentRow[] {
  if (order.totalMinor === 0) return [];
  const parts = apportion(
    order.totalMinor,
    payments.map(({ weight }) => weight ?? 1),
  );
  const captured = order.money === "captured";
  return payments.map(({ method, label, testMethod, charge }, index) => ({
    id: newId("payment"),
    purchaseId,
    position: 0,
    orderId: order.id,
    method: method ?? "CARD",
    label: label ?? "Visa ending 4242",
    currency,
    state: captured ? "CAPTURED" : order.money === "due" ? "PENDING" : "AUTHORIZED",
    authorizedMinor: captured ? 0 : (parts[index] ?? 0),
    authorizedUntil: null,
    capturedMinor: captured ? (parts[index] ?? 0) : 0,
    provider: charge?.provider ?? "sandbox",
    providerChargeId: charge?.id ?? null,
    testMethod: charge ? null : (testMethod ?? "normal"),
  }));
}

const capture = { CAPTURED: "now", AUTHORIZED: "later", PENDING: "unpaid", VOIDED: "now" } as const;

/** What a provider that makes charges up has to be told of them. */
export function chargesOf(payments: readonly NewPaymentRow[], name: ProviderName): NewCharge[] {
  return payments
    .filter(({ provider }) => provider === name)
    .map(({ id, capturedMinor, authorizedMinor, currency, testMethod, state }) => ({
      reference: id,
      amountMinor: Math.max(capturedMinor, authorizedMinor),
      currency,
      testMethod,
      capture: capture[state],
    }));
}
