import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decideTransition, machineProblems } from "./machine.js";
import { machineDocument } from "./machine-document.js";
import { machines } from "./machines.js";

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

describe("docs/state-machines.md", () => {
  it("is what the machines say", () => {
    const file = new URL("../../../../docs/state-machines.md", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(machineDocument(machines));
  });
});
