import { decideTransition, type Machine } from "./machine.js";

const cell = (text: string) => text.replaceAll("|", "\\|");

function documentOf(machine: Machine): string {
  const commands = [...new Set(machine.transitions.map(({ command }) => command))];
  const transitions = machine.transitions.map(
    ({ from, command, to, note }) => `| ${from} | \`${command}\` | ${to} | ${cell(note)} |`,
  );
  const pairs = machine.states.map((state) => {
    const cells = commands.map((command) => {
      const decision = decideTransition(machine, state, command);
      return decision.allowed ? decision.to : "–";
    });
    return `| **${state}** | ${cells.join(" | ")} |`;
  });
  return [
    `## ${machine.name}`,
    "",
    `Begins as ${machine.initial.join(" or ")}; ends as ${machine.final.join(", ")}.`,
    "",
    "| from | command | to | who, when |",
    "| --- | --- | --- | --- |",
    ...transitions,
    "",
    `Every state (down) and command (across); – is refused as \`NotInThisState\`, with what is possible.`,
    "",
    `| | ${commands.map((command) => `\`${command}\``).join(" | ")} |`,
    `| --- |${" --- |".repeat(commands.length)}`,
    ...pairs,
  ].join("\n");
}

/** docs/state-machines.md, made from the machines' own data. */
export function machineDocument(machines: readonly Machine[]): string {
  return [
    "# The state machines",
    "",
    "Made from the tables in `packages/domain` by `pnpm --filter @makegood/domain machines`; never edited by hand.",
    "",
    ...machines.flatMap((machine) => [documentOf(machine), ""]),
  ].join("\n");
}
