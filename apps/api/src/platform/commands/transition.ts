import { assert } from "@makegood/domain/assert";
import { decideTransition, type Machine } from "@makegood/domain/machine/machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";

/** The refusal of a command that the state does not allow; null when it does. */
export function refuseTransition<S extends string>(
  machine: Machine<S>,
  state: S,
  command: string,
): Refusal | null {
  const decision = decideTransition(machine, state, command);
  if (decision.allowed) return null;
  const { allowed: _, ...refusal } = decision;
  return refusal;
}

/** Where a command that was found allowed leads. */
export function targetOf<S extends string>(machine: Machine<S>, state: S, command: string): S {
  const decision = decideTransition(machine, state, command);
  assert(decision.allowed, `${machine.name} in ${state} does not ${command}`);
  return decision.to;
}
