import { ourErrors } from "../checks/answers.js";
import { brokenOf } from "../checks/check.js";
import { type RefundTrial, type Tried, tryRefunds } from "../load/try-refunds.js";
import type { DatabaseServer } from "../stage/database-server.js";
import type { Outcome } from "./outcome.js";

/** No lost, double or excess refund, whatever is killed. */
export async function oneEffect(
  server: DatabaseServer,
  killed: string,
  trial: RefundTrial,
): Promise<Outcome> {
  const tried = await tryRefunds(server, trial);
  const broken = brokenOf(tried.checks).filter(
    ({ name }) => !(trial.weather.databaseEveryMs && name === ourErrors),
  );
  return {
    number: "1",
    promise: `No lost, double or excess refund, ${killed} killed`,
    figure: figureOf(tried),
    kept: broken.length === 0,
    findings: broken.map(
      ({ name, broken: count, examples }) => `${count} × ${name}: ${examples?.join(" ")}`,
    ),
  };
}

function figureOf({ load, kills, checks }: Tried): string {
  const made = load.intents.filter(({ answers }) => answers.some(({ refundId }) => refundId));
  const count = (name: string) => checks.find((each) => each.name === name)?.broken;
  return [
    `${load.requests} requests, ${made.length} refunds`,
    `${kills.api + kills.database} × kill -9, ${load.retries} asked again`,
    `${count("acknowledged and lost")} lost`,
    `${count("several refunds for one key")} double`,
    `${count("orders above what was captured")} above captured`,
    `${count("differences to the provider's books")} differences to the provider`,
  ].join("; ");
}
