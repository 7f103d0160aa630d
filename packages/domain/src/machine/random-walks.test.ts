import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextActionOfCancellation } from "../next-action/next-action-of-cancellation.js";
import { nextActionOfReturn } from "../next-action/next-action-of-return.js";
import { decideTransition } from "./machine.js";
import { machines } from "./machines.js";

const walks = 10_000;

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  "10,000 random sequences of up to 50 commands on the %s machine",
  (name, machine) => {
    const commands = [...new Set(machine.transitions.map(({ command }) => command)), "nonsense"];
    it("never leave a final state, never enter an unknown one, and are refused with what is possible", () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...machine.initial),
          fc.array(fc.nat({ max: commands.length - 1 }), { maxLength: 50 }),
          (initial, sequence) => {
            let state = initial;
            for (const index of sequence) {
              const decision = decideTransition(machine, state, commands[index] ?? "");
              if (decision.allowed) {
                expect(machine.final).not.toContain(state);
                state = decision.to;
              } else {
                for (const possible of decision.allowedCommands) {
                  expect(decideTransition(machine, state, possible).allowed).toBe(true);
                }
                if (!machine.final.includes(state)) {
                  expect(decision.allowedCommands.length).toBeGreaterThan(0);
                }
              }
            }
            expect(machine.states).toContain(state);
            if (name === "return") {
              const next = nextActionOfReturn({ status: state as never, dueAt: null });
              expect(next === null).toBe(machine.final.includes(state));
            }
            if (name === "cancellation" && machine.final.includes(state)) {
              const status = state as never;
              expect(nextActionOfCancellation({ status, respondBy: null })).toBe(null);
            }
          },
        ),
        { numRuns: walks },
      );
    });
  },
);
