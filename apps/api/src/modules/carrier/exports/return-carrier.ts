import type { ReturnAddress } from "@makegood/domain/policy/policy";

export interface LabelOrder {
  /** Ours for this parcel: the same reference always gets the same label. */
  reference: string;
  from: { name: string };
  to: ReturnAddress;
  /** What is in it, for the label. */
  contents: string;
}

export interface PrintedLabel {
  carrier: string;
  trackingNumber: string;
  pdf: Buffer;
}

/** What a carrier said about a parcel: ACCEPTED is the first scan, DELIVERED the last. */
export interface ParcelScan {
  /** The carrier's own id of the scan: a repeat changes nothing. */
  id: string;
  trackingNumber: string;
  status: "ACCEPTED" | "IN_TRANSIT" | "DELIVERED";
  place: string | null;
  at: Date;
}

/** A carrier that prints labels. Called outside of transactions; its scans come as they happen. */
export interface ReturnCarrier {
  readonly name: string;
  /** What a label costs, quoted before and charged to the shop when it is printed. Minor units. */
  labelPriceMinor(currency: string): number;
  printLabel(order: LabelOrder): Promise<PrintedLabel>;
}
