/** Who is spoken to: a buyer, a seller; anyone else (null) reads of everybody by name of their part. */
export type Reader = "BUYER" | "SELLER" | null;
