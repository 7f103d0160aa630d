import type { Platform } from "#platform/platform.js";
import { demoDomain, importedDomain, sandboxPassword } from "./exports/sandbox-people.js";

export interface SandboxSignIn {
  app: "buyer" | "seller" | "support";
  name: string;
  email: string;
  password: string;
  note: string;
}

interface Row {
  app: SandboxSignIn["app"];
  name: string;
  email: string;
  shop: string | null;
  orders: number;
  imported: boolean;
}

/** Whether somebody has the sandbox's password, or none at all: a password of their own is theirs. */
const hasIts = (password: string) => `CASE WHEN ${password}::boolean
  THEN p.password_hash IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM account_claims c WHERE c.person_id = p.id AND c.used_at IS NOT NULL)
  ELSE p.password_hash IS NULL AND p.external_id IS NOT NULL END`;

const buyers = `
  SELECT 'buyer' AS app, p.name, p.email, NULL AS shop, count(o.id)::int AS orders,
    p.email LIKE '%${importedDomain}' AS imported, max(o.placed_at) AS newest,
    bool_or(o.status IN ('AWAITING_SHIPMENT', 'PROCESSING')) AS lively
  FROM people p JOIN orders o ON o.buyer_id = p.id WHERE p.email LIKE $1 AND ${hasIts("$3")} GROUP BY p.id
  ORDER BY lively DESC, newest DESC, p.email LIMIT $2`;
const sellers = `
  SELECT 'seller' AS app, p.name, p.email, s.name AS shop,
    (SELECT count(*)::int FROM orders o WHERE o.shop_id = s.id) AS orders,
    p.email LIKE '%${importedDomain}' AS imported
  FROM people p JOIN shop_members m ON m.person_id = p.id JOIN shops s ON s.id = m.shop_id
  WHERE p.email LIKE $1 AND ${hasIts("$3")} ORDER BY orders DESC, p.email LIMIT $2`;
const agents = `
  SELECT 'support' AS app, p.name, p.email, NULL AS shop, 0 AS orders, FALSE AS imported
  FROM people p JOIN agents a ON a.person_id = p.id WHERE p.email LIKE $1 AND ${hasIts("$3")} ORDER BY p.email LIMIT $2`;

const read = async (
  { database }: Platform,
  sql: string,
  domain: string,
  most: number,
  hasPassword = true,
): Promise<Row[]> => database.query(sql, [`%${domain}`, most, hasPassword]);

/** Some of who was imported and may claim their account. Empty outside a sandbox. */
export async function unclaimed(platform: Platform): Promise<Omit<SandboxSignIn, "password">[]> {
  if (!platform.config.sandbox) return [];
  const rows = [
    ...(await read(platform, buyers, importedDomain, 3, false)),
    ...(await read(platform, sellers, importedDomain, 2, false)),
  ];
  return rows.map((row) => ({ app: row.app, name: row.name, email: row.email, note: noteOf(row) }));
}

/** Whom one can sign in as: all of the demo, and some of who was imported. Empty outside a sandbox. */
export async function sandboxSignIns(platform: Platform): Promise<SandboxSignIn[]> {
  if (!platform.config.sandbox) return [];
  const rows = [
    ...(await read(platform, buyers, demoDomain, 10)),
    ...(await read(platform, buyers, importedDomain, 3)),
    ...(await read(platform, sellers, demoDomain, 10)),
    ...(await read(platform, sellers, importedDomain, 2)),
    ...(await read(platform, agents, demoDomain, 5)),
  ];
  return rows.map((row) => ({
    app: row.app,
    name: row.name,
    email: row.email,
    password: sandboxPassword,
    note: noteOf(row),
  }));
}

const noteOf = ({ app, shop, orders, imported }: Row): string =>
  [
    shop ?? (app === "support" ? "Support team" : "Buyer"),
    orders > 0 ? `${orders} ${orders === 1 ? "order" : "orders"}` : null,
    imported ? "imported" : null,
  ]
    .filter(Boolean)
    .join(", ");
