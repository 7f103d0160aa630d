/** One row of a machine's table. */
export interface Transition<S extends string = string> {
  readonly from: S;
  readonly command: string;
  readonly to: S;
  /** What has to hold, or who does it, in words. */
  readonly note: string;
}

/** A state machine as data: code, documentation and tests are all made from this table. */
export interface Machine<S extends string = string> {
  readonly name: string;
  readonly states: readonly S[];
  readonly initial: readonly S[];
  readonly final: readonly S[];
  readonly transitions: readonly Transition<S>[];
}

export type TransitionDecision<S extends string> =
  | { readonly allowed: true; readonly to: S }
  | {
      readonly allowed: false;
      readonly kind: "NotInThisState";
      readonly machine: string;
      readonly state: S;
      readonly command: string;
      readonly allowedCommands: readonly string[];
    };

type Row<S extends string> = readonly [from: S, command: string, to: S, note: string];

export function defineMachine<S extends string>(
  name: string,
  parts: {
    states: readonly S[];
    initial: readonly S[];
    final: readonly S[];
    table: readonly Row<S>[];
  },
): Machine<S> {
  const { states, initial, final, table } = parts;
  return {
    name,
    states,
    initial,
    final,
    transitions: table.map(([from, command, to, note]) => ({ from, command, to, note })),
  };
}

/** Every (state, command) pair is decided: where it leads, or a refusal that lists what is possible. */
export function decideTransition<S extends string>(
  machine: Machine<S>,
  state: S,
  command: string,
): TransitionDecision<S> {
  const found = machine.transitions.find((row) => row.from === state && row.command === command);
  if (found) return { allowed: true, to: found.to };
  return {
    allowed: false,
    kind: "NotInThisState",
    machine: machine.name,
    state,
    command,
    allowedCommands: commandsFrom(machine, state),
  };
}

/** What can be done in a state. */
export function commandsFrom<S extends string>(machine: Machine<S>, state: S): string[] {
  return machine.transitions.filter((row) => row.from === state).map((row) => row.command);
}

/** What is wrong with a machine's table; empty for a sound one. */
export function machineProblems<S extends string>(machine: Machine<S>): string[] {
  const reached = new Set<S>(machine.initial);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const row of machine.transitions) if (reached.has(row.from)) reached.add(row.to);
  }
  const leaves = (state: S) => machine.transitions.some((row) => row.from === state);
  const pairs = machine.transitions.map((row) => `${row.from} ${row.command}`);
  return [
    ...machine.states
      .filter((state) => !reached.has(state))
      .map((state) => `${state} is never reached`),
    ...machine.final.filter(leaves).map((state) => `${state} is final but left`),
    ...machine.states
      .filter((state) => !machine.final.includes(state) && !leaves(state))
      .map((state) => `${state} is a dead end`),
    ...pairs
      .filter((pair, index) => pairs.indexOf(pair) !== index)
      .map((pair) => `${pair} has two targets`),
  ];
}
