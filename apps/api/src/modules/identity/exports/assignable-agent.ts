import { type EntityManager, In } from "typeorm";
import { AgentEntity } from "./agent.entity.js";
import { PersonEntity } from "./person.entity.js";

/** Somebody of the support team by their person's id; null where there is none. */
export async function assignableAgent(
  manager: EntityManager,
  personId: string,
): Promise<PersonEntity | null> {
  const agent = await manager.findOneBy(AgentEntity, { personId });
  return agent && manager.findOneBy(PersonEntity, { id: personId });
}

/** Everybody of the support team, by name. */
export async function supportAgents(manager: EntityManager): Promise<PersonEntity[]> {
  const agents = await manager.find(AgentEntity);
  const ids = agents.map(({ personId }) => personId);
  return manager.find(PersonEntity, { where: { id: In(ids) }, order: { name: "ASC", id: "ASC" } });
}
