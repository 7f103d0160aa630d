/**
 * Why a refund waits although its provider has answered: the answer is another refund's, or what it
 * has under our name is not what we asked for. Neither paid nor failed until that is cleared up.
 */
export const doubts = ["answered_for_another", "differs_at_provider"] as const;
export type Doubt = (typeof doubts)[number];

export const isDoubt = (reason: string | null | undefined): reason is Doubt =>
  doubts.some((doubt) => doubt === reason);
