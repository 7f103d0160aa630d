import { type ReturnReasonCode, returnReason } from "../return/return-reasons.js";
import type { Localized } from "../text/locale.js";
import type { PolicyRules } from "./policy.js";
import { type Statute, statuteOf } from "./statutes.js";

/** Something no policy may undercut: the marketplace's own rule, or the law's. */
export interface FloorRule {
  /** The clause it is about, as a path. */
  readonly clause: string;
  /** Who says so. */
  readonly authority: "MARKETPLACE" | Statute["id"];
  readonly source: string;
  holds(rules: PolicyRules): boolean;
  readonly needed: Localized<string>;
}

export interface FloorBreach {
  readonly clause: string;
  readonly authority: FloorRule["authority"];
  readonly source: string;
  readonly needed: Localized<string>;
}

type Row = readonly [
  clause: string,
  holds: (rules: PolicyRules) => boolean,
  en: string,
  pt: string,
  source: string,
];

const rows = (authority: FloorRule["authority"], table: readonly Row[]): FloorRule[] =>
  table.map(([clause, holds, en, pt, source]) => ({
    clause,
    authority,
    source,
    holds,
    needed: { en, "pt-BR": pt },
  }));

const own = "Makegood marketplace terms";

/** What no shop may keep a buyer from saying, nor call the buyer's own doing. */
const owedFaults: readonly ReturnReasonCode[] = [
  "DAMAGED",
  "DEFECTIVE",
  "WRONG_ITEM",
  "NOT_AS_DESCRIBED",
  "PARTS_MISSING",
];

/** The marketplace's floor: chosen from what the large marketplaces ask of their sellers. */
export const marketplaceFloor: readonly FloorRule[] = rows("MARKETPLACE", [
  [
    "cancellation.sellerAnswerBusinessHours",
    ({ cancellation }) => cancellation.sellerAnswerBusinessHours <= 18,
    "Answer cancellations within 18 business hours at most.",
    "Responda cancelamentos em no máximo 18 horas úteis.",
    own,
  ],
  [
    "cancellation.onRequestUntil",
    ({ cancellation }) =>
      cancellation.onRequestUntil !== "NEVER" || cancellation.gracePeriodHours >= 1,
    "Offer cancelling: on request before packing, or in a grace period of an hour at least.",
    "Ofereça cancelamento: a pedido antes de embalar, ou uma carência de ao menos uma hora.",
    own,
  ],
  [
    "refund.promiseBusinessDays",
    ({ refund }) => refund.promiseBusinessDays <= 10,
    "Send refunds within 10 business days at most.",
    "Envie reembolsos em no máximo 10 dias úteis.",
    own,
  ],
  [
    "returns.windowDays",
    ({ returns }) => returns.windowDays >= 7,
    "Take returns for 7 days after delivery at least.",
    "Aceite devoluções por ao menos 7 dias após a entrega.",
    own,
  ],
  [
    "returns.faultWindowDays",
    ({ returns }) => returns.faultWindowDays >= 30,
    "Take back what is wrong or damaged for 30 days after delivery at least.",
    "Aceite de volta o que está errado ou danificado por ao menos 30 dias.",
    own,
  ],
  [
    "returns.restockingFeePercent",
    ({ returns }) => returns.restockingFeePercent <= 20,
    "Keep a restocking fee of 20 percent at most.",
    "Retenha no máximo 20% de taxa de reposição.",
    own,
  ],
  [
    "returns.sellerAnswerBusinessHours",
    ({ returns }) => returns.sellerAnswerBusinessHours <= 18,
    "Answer return requests within 18 business hours at most.",
    "Responda devoluções em no máximo 18 horas úteis.",
    own,
  ],
  [
    "returns.shipByDays",
    ({ returns }) => returns.shipByDays >= 5,
    "Give buyers 5 days to send a parcel at least.",
    "Dê aos compradores ao menos 5 dias para enviar.",
    own,
  ],
  [
    "returns.inspectionBusinessDays",
    ({ returns }) => returns.inspectionBusinessDays <= 5,
    "Inspect returns within 5 business days at most.",
    "Inspecione devoluções em no máximo 5 dias úteis.",
    own,
  ],
  [
    "returns.appealDays",
    ({ returns }) => returns.appealDays >= 3,
    "Leave buyers 3 days to turn to support at least.",
    "Deixe ao menos 3 dias para o comprador procurar o suporte.",
    own,
  ],
  [
    "returns.lostAfterDays",
    ({ returns }) => returns.lostAfterDays <= 21,
    "Count a parcel as lost after 21 days without a scan at most.",
    "Considere o pacote perdido após no máximo 21 dias sem leitura.",
    own,
  ],
  [
    "returns.reasons",
    ({ returns }) =>
      owedFaults.every((code) => returnReason(code, returns.reasons)?.fault === "SELLER"),
    "Offer each of these as your fault: damaged, defective, wrong item, not as described, parts missing.",
    "Ofereça como falha sua: danificado, com defeito, item errado, diferente do descrito, faltam peças.",
    own,
  ],
  [
    "returns.reasons",
    ({ returns }) => returns.reasons.every(({ photosNeeded }) => photosNeeded <= 3),
    "Ask for 3 photos at most.",
    "Peça no máximo 3 fotos.",
    own,
  ],
  [
    "returns.reasons",
    ({ returns }) =>
      returns.windowDays === 0 || returns.reasons.some(({ fault }) => fault === "NOBODY"),
    "Offer a reason that is nobody's fault.",
    "Ofereça um motivo que não seja culpa de ninguém.",
    own,
  ],
  [
    "fairUse.withinDays",
    ({ fairUse }) => fairUse.withinDays <= 90,
    "Count requests over 90 days at most.",
    "Conte solicitações por no máximo 90 dias.",
    own,
  ],
  [
    "fairUse.requestsPerOrder",
    ({ fairUse }) => (fairUse.requestsPerOrder ?? 3) >= 3,
    "Take 3 requests for one order at least.",
    "Aceite ao menos 3 solicitações por pedido.",
    own,
  ],
  [
    "fairUse.requestsPerProduct",
    ({ fairUse }) => (fairUse.requestsPerProduct ?? 5) >= 5,
    "Take 5 requests for one product at least.",
    "Aceite ao menos 5 solicitações por produto.",
    own,
  ],
  [
    "fairUse.requestsPerBuyer",
    ({ fairUse }) => (fairUse.requestsPerBuyer ?? 10) >= 10,
    "Take 10 requests of one buyer at least.",
    "Aceite ao menos 10 solicitações por comprador.",
    own,
  ],
  [
    "fairUse.changesPerOrder",
    ({ fairUse }) => (fairUse.changesPerOrder ?? 2) >= 2,
    "Let buyers take back 2 requests for one order at least.",
    "Deixe retirar ao menos 2 solicitações por pedido.",
    own,
  ],
]);

const categoryDays = (least: number) => (rules: PolicyRules) =>
  rules.returns.categories.every(
    ({ windowDays, exemption }) => exemption !== null || (windowDays ?? least) >= least,
  );

const eu = "Directive 2011/83/EU";
const uk = "Consumer Contracts Regulations 2013";
const cdc = "Código de Defesa do Consumidor";

const fourteenDays: readonly [string, string] = [
  "Take returns for 14 days after delivery at least.",
  "Aceite devoluções por ao menos 14 dias após a entrega.",
];
const categoryWords: readonly [string, string] = [
  "No category may be shorter, except for what the law lets you exclude.",
  "Nenhuma categoria pode ter prazo menor, salvo o que a lei permite excluir.",
];
const shippingBack: readonly [string, string] = [
  "Refund the outbound shipping, too.",
  "Reembolse também o frete de envio.",
];
const noFee: readonly [string, string] = [
  "Keep no restocking fee.",
  "Não retenha taxa de reposição.",
];
const repay: readonly [string, string] = [
  "Send refunds within 10 business days, which keeps the legal 14 days.",
  "Envie reembolsos em 10 dias úteis, que cumprem os 14 dias legais.",
];

export const statutoryFloor: Readonly<Record<Statute["id"], readonly FloorRule[]>> = {
  EU: rows("EU", [
    [
      "returns.windowDays",
      ({ returns }) => returns.windowDays >= 14,
      ...fourteenDays,
      `${eu}, Article 9(1)`,
    ],
    ["returns.categories", categoryDays(14), ...categoryWords, `${eu}, Articles 9(1) and 16`],
    [
      "returns.refundShipping",
      ({ returns }) => returns.refundShipping,
      ...shippingBack,
      `${eu}, Article 13(1)`,
    ],
    [
      "returns.restockingFeePercent",
      ({ returns }) => returns.restockingFeePercent === 0,
      ...noFee,
      `${eu}, Articles 13(1) and 14(2)`,
    ],
    [
      "refund.promiseBusinessDays",
      ({ refund }) => refund.promiseBusinessDays <= 10,
      ...repay,
      `${eu}, Article 13(1)`,
    ],
    [
      "returns.faultWindowDays",
      ({ returns }) => returns.faultWindowDays >= 730,
      "Put faults right for two years (730 days) after delivery.",
      "Responda por defeitos por dois anos (730 dias) após a entrega.",
      "Directive (EU) 2019/771, Article 10(1)",
    ],
  ]),
  GB: rows("GB", [
    [
      "returns.windowDays",
      ({ returns }) => returns.windowDays >= 14,
      ...fourteenDays,
      `${uk}, regulation 30`,
    ],
    ["returns.categories", categoryDays(14), ...categoryWords, `${uk}, regulations 28 and 30`],
    [
      "returns.refundShipping",
      ({ returns }) => returns.refundShipping,
      ...shippingBack,
      `${uk}, regulation 34(2)`,
    ],
    [
      "returns.restockingFeePercent",
      ({ returns }) => returns.restockingFeePercent === 0,
      ...noFee,
      `${uk}, regulation 34(1)`,
    ],
    [
      "refund.promiseBusinessDays",
      ({ refund }) => refund.promiseBusinessDays <= 10,
      ...repay,
      `${uk}, regulation 34(4)`,
    ],
  ]),
  BR: rows("BR", [
    ["returns.categories", categoryDays(7), ...categoryWords, `${cdc}, Art. 49`],
    [
      "returns.refundShipping",
      ({ returns }) => returns.refundShipping,
      ...shippingBack,
      `${cdc}, Art. 49, parágrafo único`,
    ],
    [
      "returns.restockingFeePercent",
      ({ returns }) => returns.restockingFeePercent === 0,
      ...noFee,
      `${cdc}, Art. 49, parágrafo único`,
    ],
    [
      "returns.faultWindowDays",
      ({ returns }) => returns.faultWindowDays >= 90,
      "Put faults right for 90 days after delivery.",
      "Responda por defeitos por 90 dias após a entrega.",
      `${cdc}, Art. 26, II`,
    ],
  ]),
};

/** What rules undercut, clause by clause; empty when buyers get at least what they are due. */
export function floorBreaches(rules: PolicyRules): FloorBreach[] {
  const statute = statuteOf(rules.country);
  return [...marketplaceFloor, ...(statute ? statutoryFloor[statute.id] : [])]
    .filter((rule) => !rule.holds(rules))
    .map(({ clause, authority, source, needed }) => ({ clause, authority, source, needed }));
}
