import { defineMachine } from "../machine/machine.js";

export const driftStatuses = ["OPEN", "ACCEPTANCE_PROPOSED", "HEALED", "ACCEPTED"] as const;
export type DriftStatus = (typeof driftStatuses)[number];

/** A difference is never closed by a click: it heals when the books agree, or two people accept it. */
export const driftMachine = defineMachine<DriftStatus>("drift", {
  states: driftStatuses,
  initial: ["OPEN"],
  final: ["ACCEPTED"],
  table: [
    ["OPEN", "heal", "HEALED", "the books agree"],
    ["OPEN", "propose", "ACCEPTANCE_PROPOSED", "an agent, with a reason"],
    ["ACCEPTANCE_PROPOSED", "heal", "HEALED", "the books agree"],
    ["ACCEPTANCE_PROPOSED", "accept", "ACCEPTED", "a second person"],
    ["ACCEPTANCE_PROPOSED", "decline", "OPEN", "anybody of the team"],
    ["HEALED", "reopen", "OPEN", "the same difference is found again"],
  ],
});
