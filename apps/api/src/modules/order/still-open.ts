import { disputeMachine } from "@makegood/domain/dispute/dispute-machine";
import type { Machine } from "@makegood/domain/machine/machine";
import { returnMachine } from "@makegood/domain/return/return-machine";

/** The states of a machine in which nothing more happens, as SQL lists them. */
const finalOf = <S extends string>({ final }: Machine<S>) =>
  final.map((state) => `'${state}'`).join(", ");

/** Whether a return or a dispute still waits for something, as SQL asks it of a column. */
export const stillOpen = {
  return: (column: string) => `${column} NOT IN (${finalOf(returnMachine)})`,
  dispute: (column: string) => `${column} NOT IN (${finalOf(disputeMachine)})`,
};
