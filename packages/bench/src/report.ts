import type { LiveMeasured } from "./live-delay.js";
import type { Measured } from "./measure.js";
import type { MemoryMeasured } from "./memory.js";

export interface Report {
  measured: Measured[];
  live: LiveMeasured[];
  importedPerSecond: number;
  coldStartMs: number;
  refundByPgbenchMs: number | null;
  memory: MemoryMeasured | null;
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const ratio = (ours: number, floor: number) => `${(ours / floor).toFixed(1)}×`;

/** The report as Markdown tables, which a terminal shows as well. */
export function asTables(report: Report): string {
  return [
    "| what | orders | median ms | p99 ms | statements | database ms | floor: median | floor: database | ratio | database ratio |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...report.measured.map(rowOf),
    "",
    "| from a commit of one process to clients of another | over | subscribers | median ms | p99 ms | max ms |",
    "| --- | --- | --: | --: | --: | --: |",
    ...report.live.map(
      ({ name, wakeUps, subscribers, delay }) =>
        `| ${name} | ${wakeUps} | ${subscribers} | ${ms(delay.medianMs)} | ${ms(delay.p99Ms)} | ${ms(delay.maxMs)} |`,
    ),
    "",
    "The commit is a refund by GraphQL; its moment is the server's own, noted before it is flushed.",
    "",
    `Import: ${Math.round(report.importedPerSecond)} orders a second, with a decision for each unit.`,
    `Cold start of an API process until it listens: ${Math.round(report.coldStartMs)} ms.`,
    report.refundByPgbenchMs === null
      ? "pgbench: not on this machine."
      : `The refund's transaction by pgbench, one client: ${ms(report.refundByPgbenchMs)} ms.`,
    ...(report.memory ? [memoryLine(report.memory)] : []),
    "",
  ].join("\n");
}

function rowOf({ name, orders, ours, floor }: Measured): string {
  const own = [ms(ours.medianMs), ms(ours.p99Ms), ours.statements.toFixed(1), ms(ours.databaseMs)];
  const beside = floor
    ? [
        ms(floor.medianMs),
        ms(floor.databaseMs),
        ratio(ours.medianMs, floor.medianMs),
        floor.databaseMs > 0 ? ratio(ours.databaseMs, floor.databaseMs) : "",
      ]
    : ["", "", "", ""];
  return `| ${[name, orders, ...own, ...beside].join(" | ")} |`;
}

function memoryLine({ requests, residentMiB, requestsPerSecond }: MemoryMeasured): string {
  return `Memory over ${requests} requests (${Math.round(requestsPerSecond)} a second), MiB after each tenth: ${residentMiB.join(", ")}.`;
}
