import {
  type PaymentMethod,
  type ProviderName,
  providerNames,
} from "#modules/order/exports/payment.entity.js";
import type { Row } from "./read-olist.js";
import type { Reading } from "./reading.js";

export interface PlannedPayment {
  method: PaymentMethod;
  label: string;
  amountMinor: number;
  /** Where it was captured, when the data says so: that provider alone can give it back. */
  charge: { provider: ProviderName; id: string } | null;
  row: Row;
}

const unknown: [PaymentMethod, string] = ["UNKNOWN", "Payment of unknown kind"];
const methods = new Map<string, [PaymentMethod, string]>([
  ["credit_card", ["CARD", "Credit card"]],
  ["debit_card", ["DEBIT_CARD", "Debit card"]],
  ["boleto", ["BANK_SLIP", "Bank slip"]],
  ["voucher", ["VOUCHER", "Voucher"]],
]);

/** One row of payments, read strictly. */
export function planPayment(
  reading: Reading,
  row: Row,
  sharedCharges: ReadonlyMap<string, readonly Row[]>,
): PlannedPayment {
  if (reading.count(row, "payment_sequential") === null) {
    reading.refuse(row, "payment_sequential", "a payment without its number");
  }
  const [method, label] = methods.get(reading.text(row, "payment_type")) ?? unknown;
  const times = reading.count(row, "payment_installments") ?? 1;
  return {
    method,
    label: times > 1 ? `${label}, ${times} installments` : label,
    amountMinor: reading.amount(row, "payment_value"),
    charge: chargeOf(reading, row, sharedCharges),
    row,
  };
}

/** Two columns that the format does not have and a shop may add. */
function chargeOf(
  reading: Reading,
  row: Row,
  sharedCharges: ReadonlyMap<string, readonly Row[]>,
): PlannedPayment["charge"] {
  const [name, id] = [reading.text(row, "provider"), reading.text(row, "provider_charge_id")];
  if (name === "" && id === "") return null;
  const provider = providerNames.find((known) => known === name);
  if (!provider) {
    reading.refuse(row, "provider", "payment of a provider we don't know");
    return null;
  }
  if (id.trim() === "") {
    reading.refuse(row, "provider_charge_id", "payment without its provider's id");
    return null;
  }
  const others = sharedCharges.get(`${name} ${id}`)?.filter((other) => other !== row) ?? [];
  if (others.length > 0) {
    const why = `line ${others.map(({ line }) => line).join(" and line ")} names this charge, too`;
    reading.refuse(row, "provider_charge_id", "a charge that several payments name", why);
  }
  return { provider, id };
}
