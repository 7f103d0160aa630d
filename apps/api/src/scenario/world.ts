import { currencyOfCountry } from "@makegood/domain/place/currency-of-country";
import type { PolicyLocale, PolicyRules } from "@makegood/domain/policy/policy";
import { type PolicyPreset, policyPresets } from "@makegood/domain/policy/policy-presets";
import { hash } from "@node-rs/argon2";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import type { AgentRole } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { setDemoLimits } from "./demo-limits.js";
import { insertPurchase, type MadeOrder, type NewPurchase } from "./insert-purchase.js";
import type { MadeShop } from "./made-shop.js";

/** Argon2id is slow on purpose; everybody of a sandbox shares one password, so one hash does. */
let sandboxHash: Promise<string> | null = null;
const passwordHash = () => {
  sandboxHash ??= hash(sandboxPassword);
  return sandboxHash;
};

/** Makes people, shops and purchases as checkouts would have left them: for demos and for tests. */
export class World {
  constructor(
    readonly platform: Platform,
    readonly provider: ChargeRegistry,
  ) {}

  private get manager() {
    return this.platform.database.manager;
  }

  /** Without limits nobody could give anything of their own accord. */
  private limits(): Promise<void> {
    this.limitsSet ??= setDemoLimits(this.manager, this.platform.clock.now());
    return this.limitsSet;
  }
  private limitsSet: Promise<void> | null = null;

  async person(name: string, email: string, locale: PolicyLocale = "en"): Promise<string> {
    const id = newId("person");
    await this.manager.insert(PersonEntity, {
      id,
      name,
      email: email.toLowerCase(),
      passwordHash: await passwordHash(),
      locale,
      createdAt: this.platform.clock.now(),
    });
    return id;
  }

  async agent(name: string, email: string, role: AgentRole = "AGENT"): Promise<string> {
    const personId = await this.person(name, email);
    await this.limits();
    await this.manager.insert(AgentEntity, { id: newId("agent"), personId, role });
    return personId;
  }

  async shop(given: {
    name: string;
    city?: string;
    country?: string;
    policy: PolicyPreset | PolicyRules;
    owner: { name: string; email: string };
  }): Promise<MadeShop> {
    const now = this.platform.clock.now();
    await this.limits();
    const country = given.country ?? "BR";
    const rules =
      typeof given.policy === "string"
        ? { ...policyPresets[given.policy], currency: currencyOfCountry(country) }
        : given.policy;
    const id = newId("shop");
    const ownerId = await this.person(given.owner.name, given.owner.email);
    await this.manager.insert(ShopEntity, {
      id,
      name: given.name,
      city: given.city ?? null,
      country,
      externalId: null,
      createdAt: now,
    });
    const member = {
      id: newId("shopMember"),
      shopId: id,
      personId: ownerId,
      role: "OWNER",
    } as const;
    await this.manager.insert(ShopMemberEntity, member);
    const policyVersionId = newId("policyVersion");
    await this.manager.insert(PolicyVersionEntity, {
      id: policyVersionId,
      shopId: id,
      number: 1,
      // Long enough ago that every order of the demo was bought under it.
      publishedAt: new Date(now.getTime() - 400 * 86_400_000),
      rules: { ...rules, country } as never,
    });
    return { id, ownerId, policyVersionId };
  }

  purchase(given: NewPurchase): Promise<MadeOrder[]> {
    return insertPurchase(this.platform, this.provider, given);
  }
}
