/** What ids are made of: a TypeID is this prefix, an underscore and 26 characters that sort by time. */
export const idPrefixes = {
  person: "psn",
  session: "ses",
  accountClaim: "acl",
  shop: "shp",
  shopMember: "mbr",
  agent: "agt",
  integrationKey: "key",
  purchase: "pur",
  order: "ord",
  line: "lin",
  payment: "pay",
  paymentStep: "pst",
  policyVersion: "pol",
  cancellation: "can",
  return: "ret",
  returnUnit: "run",
  dispute: "dsp",
  withdrawal: "wdr",
  photo: "pho",
  label: "lbl",
  notification: "ntf",
  email: "eml",
  refund: "rfd",
  refundAttempt: "rat",
  refundAllocation: "ral",
  stopSwitch: "stp",
  refundPayout: "rpo",
  refundIncident: "rin",
  bankDetails: "bnk",
  storeCreditEntry: "sce",
  chargeback: "chb",
  chargebackShare: "chs",
  shipment: "shm",
  decision: "dec",
  quote: "qte",
  case: "cas",
  message: "msg",
  feedback: "fbk",
  ledgerTransaction: "led",
  moneyTerms: "mtr",
  payout: "pyt",
  payoutHold: "phl",
  auditRow: "aud",
  import: "imp",
  servicePromise: "prm",
  savedView: "svw",
  proof: "prf",
  drift: "drf",
  reconciliation: "rec",
  proposedChange: "chg",
} as const;

export type IdKind = keyof typeof idPrefixes;

// TypeID specification 0.3: 26 characters of Crockford's base32, the first at most 7.
const shape = /^([a-z]{3})_[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$/;

const kindByPrefix = new Map<string, IdKind>(
  (Object.keys(idPrefixes) as IdKind[]).map((kind) => [idPrefixes[kind], kind]),
);

/** What kind of thing an id names; null for text that is no id of ours. */
export function kindOfId(text: string): IdKind | null {
  const prefix = shape.exec(text)?.[1];
  return prefix === undefined ? null : (kindByPrefix.get(prefix) ?? null);
}

/** Whether the text is an id of this kind. */
export function isId(kind: IdKind, text: string): boolean {
  return kindOfId(text) === kind;
}
