import type { TestApp } from "./test-app.js";
import { type Answer, freshKey, type TestClient } from "./test-client.js";

let people = 0;

/** Somebody else of the team, who approves what another proposed. */
export const secondPerson = async (
  app: TestApp,
  role: "LEAD" | "ADMIN" = "LEAD",
): Promise<TestClient> =>
  app.client("support", await app.world.agent("Second", `second${++people}@team.test`, role));

export const approveChange = async (client: TestClient, changeId: string): Promise<Answer> =>
  (
    await client.ask(
      `mutation ($input: ApproveChangeInput!) { approveChange(input: $input) {
        __typename ... on ChangeSuccess { change { id status } } ... on Refusal { message } } }`,
      { input: { changeId, idempotencyKey: freshKey() } },
    )
  ).approveChange;

/** What waits for a second person, the oldest first. */
export const proposedChanges = async (client: TestClient): Promise<Answer[]> =>
  (
    await client.ask(
      "{ proposedChanges { id command sentence status cannotAnswer proposedBy { id } } }",
    )
  ).proposedChanges;

/** The second person approves the newest of what waits. */
export async function approveNewest(client: TestClient): Promise<void> {
  const newest = (await proposedChanges(client)).at(-1);
  const answer = await approveChange(client, newest.id);
  if (answer.__typename !== "ChangeSuccess") throw new Error(JSON.stringify(answer));
}
