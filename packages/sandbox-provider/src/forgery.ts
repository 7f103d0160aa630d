import { z } from "zod";
import type { Entry } from "./journal.js";

/** What a test or a demo changes behind everybody's back: the newest row that fits, or the one named. */
export const forgery = z.object({
  about: z.enum(["charges", "holds", "refunds", "payouts", "chargebacks"]),
  kind: z.enum([
    "missing",
    "extra",
    "wrong_amount",
    "wrong_currency",
    "wrong_charge",
    "shared",
    "late",
    "duplicate",
  ]),
  id: z.string().optional(),
});
export type Forgery = z.infer<typeof forgery>;

export type Forged = Entry & { kind: "forged" };
