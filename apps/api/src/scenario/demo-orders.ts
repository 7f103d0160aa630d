import type { OrderStatus } from "@makegood/domain/order/order-machine";
import type { PolicyPreset } from "@makegood/domain/policy/policy-presets";
import type { DemoPeople } from "./demo-people.js";
import type { MadeOrder, NewLine } from "./insert-purchase.js";
import type { NewPayment } from "./make-payments.js";
import type { World } from "./world.js";

const hour = 3_600_000;

interface Wanted {
  /** How stories name it; most are only there to be looked at. */
  name?: string;
  buyer: keyof DemoPeople["buyers"];
  shop: PolicyPreset;
  hoursAgo: number;
  status?: OrderStatus;
  money?: "authorized";
  lines: NewLine[];
  payments?: NewPayment[];
}

const line = (title: string, unitPriceMinor: number, quantity = 1, shippingMinor = 0): NewLine => ({
  title,
  unitPriceMinor,
  quantity,
  shippingMinor,
});
const card = (testMethod: string, label = "Visa ending 4242"): NewPayment => ({
  method: "CARD",
  label,
  testMethod,
});

/** Orders in every state, for every buyer, from every shop. */
const wanted: Wanted[] = [
  {
    name: "atOnce",
    buyer: "ana",
    shop: "automatic",
    hoursAgo: 20,
    lines: [line("Ceramic table lamp", 18_990, 1, 1_590), line("Linen cushion", 7_900, 2)],
    payments: [card("normal")],
  },
  {
    name: "bySeller",
    buyer: "ana",
    shop: "asksSeller",
    hoursAgo: 26,
    status: "PROCESSING",
    lines: [line("Soapstone pan, 24 cm", 24_900, 1, 2_890)],
    payments: [card("normal", "Mastercard ending 5100")],
  },
  {
    name: "withReason",
    buyer: "ana",
    shop: "asksReasons",
    hoursAgo: 9,
    lines: [line("Atlas of imaginary places", 8_990, 1, 990), line("Notebook, dotted", 2_490, 3)],
    payments: [card("slow")],
  },
  {
    name: "shipped",
    buyer: "ana",
    shop: "generous",
    hoursAgo: 60,
    status: "SHIPPED",
    lines: [line("Potted fern", 5_490, 2, 1_990)],
  },
  {
    name: "tooLate",
    buyer: "ana",
    shop: "strict",
    hoursAgo: 50,
    lines: [line("Field watch, steel", 89_900, 1, 0)],
    payments: [card("normal")],
  },
  {
    name: "grace",
    buyer: "ana",
    shop: "generous",
    hoursAgo: 1,
    status: "GRACE_PERIOD",
    lines: [line("Herb garden kit", 6_990, 1, 990)],
  },
  {
    name: "delivered",
    buyer: "ana",
    shop: "automatic",
    hoursAgo: 220,
    status: "DELIVERED",
    lines: [line("Wool blanket", 22_900)],
  },
  {
    name: "broken",
    buyer: "ana",
    shop: "asksSeller",
    hoursAgo: 300,
    status: "DELIVERED",
    lines: [line("Soapstone mortar", 13_900, 2, 1_890)],
    payments: [card("instant")],
  },
  {
    name: "returnAsked",
    buyer: "clara",
    shop: "asksSeller",
    hoursAgo: 320,
    status: "DELIVERED",
    lines: [line("Clay teapot", 17_500, 1, 1_590)],
    payments: [card("normal")],
  },
  {
    name: "returnArrived",
    buyer: "daniel",
    shop: "asksSeller",
    hoursAgo: 340,
    status: "DELIVERED",
    lines: [line("Stone coasters, set", 6_900, 3, 990)],
    payments: [card("normal")],
  },
  {
    name: "returnRefused",
    buyer: "bruno",
    shop: "asksSeller",
    hoursAgo: 360,
    status: "DELIVERED",
    lines: [line("Carved candle holder", 9_400, 1, 1_290)],
    payments: [card("normal")],
  },
  {
    name: "fails",
    buyer: "ana",
    shop: "automatic",
    hoursAgo: 30,
    lines: [line("Copper kettle", 31_500, 1, 1_490)],
    payments: [card("fails_once", "Elo ending 0077")],
  },
  {
    name: "refunded",
    buyer: "ana",
    shop: "generous",
    hoursAgo: 90,
    lines: [line("Bamboo planter", 4_990, 2, 890)],
    payments: [card("instant")],
  },
  {
    name: "twoCards",
    buyer: "bruno",
    shop: "automatic",
    hoursAgo: 14,
    lines: [line("Floor lamp", 45_900, 1, 2_590)],
    payments: [
      { ...card("normal"), weight: 2 },
      { method: "VOUCHER", label: "Gift voucher", testMethod: "instant" },
    ],
  },
  {
    name: "waiting",
    buyer: "bruno",
    shop: "asksSeller",
    hoursAgo: 30,
    lines: [line("Carved owl", 12_900, 1, 1_290)],
    payments: [card("normal")],
  },
  {
    name: "rejected",
    buyer: "bruno",
    shop: "asksSeller",
    hoursAgo: 50,
    status: "PROCESSING",
    lines: [line("Engraved name plate", 9_900, 1, 690)],
  },
  {
    name: "unpaid",
    buyer: "bruno",
    shop: "automatic",
    hoursAgo: 2,
    status: "PENDING_PAYMENT",
    lines: [line("Rattan basket", 11_900)],
  },
  {
    name: "slowRefund",
    buyer: "clara",
    shop: "generous",
    hoursAgo: 40,
    lines: [line("Monstera, large", 15_900, 1, 2_490)],
    payments: [card("slow")],
  },
  {
    name: "pendingRefund",
    buyer: "clara",
    shop: "automatic",
    hoursAgo: 46,
    lines: [line("Mirror, round", 27_900, 1, 3_490)],
    payments: [card("pending_days")],
  },
  {
    name: "asked",
    buyer: "clara",
    shop: "asksSeller",
    hoursAgo: 28,
    lines: [line("Soapstone mortar", 7_900, 2, 1_190)],
    payments: [card("normal")],
  },
  {
    buyer: "clara",
    shop: "asksReasons",
    hoursAgo: 300,
    status: "COMPLETED",
    lines: [line("Cookbook of the coast", 12_900)],
  },
  {
    name: "reversed",
    buyer: "daniel",
    shop: "automatic",
    hoursAgo: 55,
    lines: [line("Desk organiser", 8_900)],
    payments: [card("reversed_later", "Visa ending 0341")],
  },
  {
    buyer: "daniel",
    shop: "strict",
    hoursAgo: 6,
    lines: [line("Pocket watch", 129_900)],
    payments: [card("normal")],
  },
  {
    buyer: "daniel",
    shop: "asksReasons",
    hoursAgo: 18,
    status: "PROCESSING",
    lines: [line("Poems, collected", 5_990, 1, 790)],
  },
  {
    buyer: "daniel",
    shop: "generous",
    hoursAgo: 3,
    status: "PENDING_PAYMENT",
    lines: [line("Rosemary, potted", 3_490, 2, 1_290)],
    payments: [{ method: "BANK_SLIP", label: "Bank slip", testMethod: "normal" }],
  },
  {
    buyer: "daniel",
    shop: "asksReasons",
    hoursAgo: 30,
    money: "authorized",
    lines: [line("Field guide to clouds", 7_490, 1, 990), line("Pencil case", 3_990)],
    payments: [card("normal")],
  },
  {
    buyer: "clara",
    shop: "asksSeller",
    hoursAgo: 28,
    money: "authorized",
    lines: [line("Soapstone bowl", 15_900, 1, 1_890)],
    payments: [card("capture_declined", "Mastercard ending 5100")],
  },
];

/** The orders by the names that stories know them by. */
export async function demoOrders(
  world: World,
  { shops, buyers }: DemoPeople,
): Promise<Record<string, MadeOrder>> {
  const made: Record<string, MadeOrder> = {};
  const now = world.platform.clock.now().getTime();
  for (const { name, buyer, shop, hoursAgo, status, money, lines, payments } of wanted) {
    const placedAt = new Date(now - hoursAgo * hour);
    const shippedAt = new Date(placedAt.getTime() + Math.min(24, hoursAgo / 2) * hour);
    const [order] = await world.purchase({
      buyerId: buyers[buyer],
      placedAt,
      orders: [
        {
          shop: shops[shop],
          lines,
          ...(status ? { status } : {}),
          ...(money ? { money } : {}),
          ...(["SHIPPED", "DELIVERED", "COMPLETED"].includes(status ?? "") ? { shippedAt } : {}),
          ...(["DELIVERED", "COMPLETED"].includes(status ?? "")
            ? { deliveredAt: new Date(shippedAt.getTime() + 48 * hour) }
            : {}),
        },
      ],
      ...(payments ? { payments } : {}),
    });
    if (name && order) made[name] = order;
  }
  await twoShopsAtOnce(world, shops, buyers.daniel);
  return made;
}

/** One checkout, two sellers: two orders that share their payment. */
async function twoShopsAtOnce(
  world: World,
  shops: DemoPeople["shops"],
  buyerId: string,
): Promise<void> {
  await world.purchase({
    buyerId,
    placedAt: new Date(world.platform.clock.now().getTime() - 12 * hour),
    orders: [
      { shop: shops.automatic, lines: [line("Candle holder", 3_990, 2)] },
      { shop: shops.generous, lines: [line("Olive tree", 19_900, 1, 2_990)] },
    ],
    payments: [card("normal")],
  });
}
