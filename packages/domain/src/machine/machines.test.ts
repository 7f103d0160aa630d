import { describe, expect, it } from "vitest";
import { cancellationMachine } from "../cancellation/cancellation-machine.js";
import { caseMachine } from "../case/case-machine.js";
import { chargebackMachine } from "../chargeback/chargeback-machine.js";
import { disputeMachine } from "../dispute/dispute-machine.js";
import { orderMachine } from "../order/order-machine.js";
import { refundMachine } from "../refund/refund-machine.js";
import { returnMachine } from "../return/return-machine.js";
import { decideTransition, type Machine, machineProblems } from "./machine.js";

const machines: Machine[] = [
  orderMachine,
  cancellationMachine,
  returnMachine,
  refundMachine,
  caseMachine,
  disputeMachine,
  chargebackMachine,
];

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  "the %s machine",
  (_, machine) => {
    it("reaches every state, leaves no final one and has no dead end", () => {
      expect(machineProblems(machine)).toEqual([]);
    });

    it("decides every pair of state and command", () => {
      const commands = new Set(machine.transitions.map((row) => row.command));
      for (const state of machine.states) {
        for (const command of commands) {
          const decision = decideTransition(machine, state, command);
          if (decision.allowed) expect(machine.states).toContain(decision.to);
          else
            expect(decision).toMatchObject({
              kind: "NotInThisState",
              machine: machine.name,
              state,
              command,
            });
        }
      }
    });
  },
);

describe("what is wrong with a table", () => {
  it("is named", () => {
    const machine = {
      name: "broken",
      states: ["A", "B", "C", "D"],
      initial: ["A"],
      final: ["B"],
      transitions: [
        { from: "A", command: "go", to: "B", note: "" },
        { from: "A", command: "go", to: "C", note: "" },
        { from: "B", command: "back", to: "A", note: "" },
      ],
    };
    expect(machineProblems(machine)).toEqual([
      "D is never reached",
      "B is final but left",
      "C is a dead end",
      "D is a dead end",
      "A go has two targets",
    ]);
  });
});
