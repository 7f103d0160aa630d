import { noFairUse } from "../fair-use/fair-use-terms.js";
import { returnDefaults } from "./complete-rules.js";
import type { PolicyRules, ReasonRule, ReturnRules } from "./policy.js";

const reason = (code: string, en: string, pt: string, noteRequired = false): ReasonRule => ({
  code,
  label: { en, "pt-BR": pt },
  noteRequired,
});

const commonReasons: readonly ReasonRule[] = [
  reason("CHANGED_MIND", "I changed my mind", "Mudei de ideia"),
  reason("BOUGHT_BY_MISTAKE", "I bought it by mistake", "Comprei por engano"),
  reason("FOUND_CHEAPER", "I found it cheaper", "Encontrei mais barato"),
  reason("TAKES_TOO_LONG", "Delivery takes too long", "A entrega demora demais"),
  reason("WRONG_ADDRESS", "The address is wrong", "O endereço está errado"),
  reason("OTHER", "Something else", "Outro motivo", true),
];

const returns: ReturnRules = {
  ...returnDefaults,
  offersExchange: true,
  offersReplacement: true,
  categories: [
    { category: "Perfumaria", windowDays: null, exemption: "SEALED_HYGIENE" },
    { category: "Personalized", windowDays: null, exemption: "CUSTOM_MADE" },
  ],
  address: {
    name: "Returns",
    street: "Rua das Flores 120",
    postalCode: "01310-100",
    city: "São Paulo",
    country: "BR",
  },
  packingTips: {
    en: "Use the box it came in if you still have it, and tape over the old label.",
    "pt-BR": "Use a caixa original se ainda a tiver, e cubra a etiqueta antiga.",
  },
};

/** Cancels by itself until the parcel leaves. */
export const automatic: PolicyRules = {
  country: "BR",
  currency: "BRL",
  cancellation: {
    gracePeriodHours: 2,
    atOnceUntil: "SHIPMENT",
    onRequestUntil: "SHIPMENT",
    windowHours: null,
    reasonRequired: false,
    reasons: commonReasons,
    sellerAnswerBusinessHours: 16,
    atOnceWhenLate: true,
  },
  refund: { promiseBusinessDays: 3 },
  returns: { ...returns, autoApprove: true, returnlessBelowMinor: 2_000 },
  fairUse: noFairUse,
};

/** The seller decides once the grace period is over. */
export const asksSeller: PolicyRules = {
  ...automatic,
  cancellation: {
    ...automatic.cancellation,
    gracePeriodHours: 1,
    atOnceUntil: "NEVER",
    sellerAnswerBusinessHours: 9,
  },
  refund: { promiseBusinessDays: 5 },
  returns,
};

/** At once before packing, by request until it ships, always with a reason. */
export const asksReasons: PolicyRules = {
  ...automatic,
  cancellation: {
    ...automatic.cancellation,
    atOnceUntil: "PROCESSING",
    reasonRequired: true,
  },
  returns: { ...returns, windowDays: 30 },
};

/** Short window, only before packing, only on request. */
export const strict: PolicyRules = {
  ...automatic,
  cancellation: {
    ...automatic.cancellation,
    gracePeriodHours: 0,
    atOnceUntil: "NEVER",
    onRequestUntil: "PROCESSING",
    windowHours: 24,
    reasonRequired: true,
    atOnceWhenLate: false,
  },
  refund: { promiseBusinessDays: 10 },
  returns: {
    ...returns,
    offersExchange: false,
    offersReplacement: false,
    windowDays: 7,
    shippingPaidBy: "BUYER",
    inspectionBusinessDays: 5,
  },
};

/** Everything at once, money back the next day, long returns. */
export const generous: PolicyRules = {
  ...automatic,
  cancellation: { ...automatic.cancellation, gracePeriodHours: 48 },
  refund: { promiseBusinessDays: 1 },
  returns: { ...returns, windowDays: 60, autoApprove: true, refundAtFirstScan: true },
};

export const policyPresets = { automatic, asksSeller, asksReasons, strict, generous } as const;
export type PolicyPreset = keyof typeof policyPresets;
