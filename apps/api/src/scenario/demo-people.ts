import type { PolicyRules } from "@makegood/domain/policy/policy";
import { type PolicyPreset, policyPresets } from "@makegood/domain/policy/policy-presets";
import { demoDomain } from "#modules/sandbox/exports/sandbox-people.js";
import type { MadeShop } from "./made-shop.js";
import type { World } from "./world.js";

export interface DemoPeople {
  shops: Record<PolicyPreset, MadeShop>;
  buyers: { ana: string; bruno: string; clara: string; daniel: string };
  agents: { sol: string; teo: string; nina: string };
}

const at = (name: string) => `${name}@${demoDomain}`;

/** Five shops, one of each kind of policy; four buyers; three agents. */
export async function demoPeople(world: World): Promise<DemoPeople> {
  const shop = (
    policy: PolicyPreset | PolicyRules,
    name: string,
    city: string,
    owner: string,
    email: string,
  ) => world.shop({ name, city, policy, owner: { name: owner, email: at(email) } });
  // The most lenient shop is the one that has to mind fair use: what the field's marketplaces take.
  const fair: PolicyRules = {
    ...policyPresets.generous,
    fairUse: {
      withinDays: 30,
      requestsPerOrder: 5,
      requestsPerProduct: 5,
      requestsPerBuyer: 20,
      changesPerOrder: 2,
      returnlessBudgetMinor: 15_000,
    },
  };
  const shops = {
    automatic: await shop("automatic", "Casa Aurora", "São Paulo", "Aurora Lima", "aurora"),
    asksSeller: await shop("asksSeller", "Ateliê Pedra", "Ouro Preto", "Pedro Rocha", "pedra"),
    asksReasons: await shop("asksReasons", "Livros do Porto", "Recife", "Lívia Porto", "livros"),
    strict: await shop("strict", "Relojoaria Prata", "Curitiba", "Otto Prata", "prata"),
    generous: await shop(fair, "Verde Campo", "Belo Horizonte", "Vera Campos", "verde"),
  };
  const buyers = {
    ana: await world.person("Ana Souza", at("ana")),
    bruno: await world.person("Bruno Teixeira", at("bruno"), "pt-BR"),
    clara: await world.person("Clara Nunes", at("clara")),
    daniel: await world.person("Daniel Okafor", at("daniel")),
  };
  const agents = {
    sol: await world.agent("Sol Medeiros", at("sol"), "LEAD"),
    teo: await world.agent("Téo Azevedo", at("teo")),
    nina: await world.agent("Nina Prado", at("nina"), "ADMIN"),
  };
  return { shops, buyers, agents };
}
