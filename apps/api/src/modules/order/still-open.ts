import { disputeMachine } from "@makegood/domain/dispute/dispute-machine";
import type { Machine } from "@makegood/domain/machine/machine";
import { nextActionOfReturn } from "@makegood/domain/next-action/next-action-of-return";
import { returnMachine } from "@makegood/domain/return/return-machine";

/** The states of a machine in which nothing more happens, as SQL lists them. */
const finalOf = <S extends string>({ final }: Machine<S>) =>
  final.map((state) => `'${state}'`).join(", ");

/** Whether a return or a dispute still waits for something, as SQL asks it of a column. */
export const stillOpen = {
  return: (column: string) => `${column} NOT IN (${finalOf(returnMachine)})`,
  dispute: (column: string) => `${column} NOT IN (${finalOf(disputeMachine)})`,
};

const buyersTurn = returnMachine.states
  .filter((status) => nextActionOfReturn({ status, dueAt: null })?.owner === "BUYER")
  .map((status) => `'${status}'`)
  .join(", ");

/** Whether a return waits for its buyer, as its next action says, in SQL. */
export const waitsForBuyer = { return: (column: string) => `${column} IN (${buyersTurn})` };
