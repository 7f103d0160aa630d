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

const buyers = `
  SELECT 'buyer' AS app, p.name, p.email, NULL AS shop, count(o.id)::int AS orders,
    p.email LIKE '%@${importedDomain}' AS imported, max(o.placed_at) AS newest,
    bool_or(o.status IN ('AWAITING_SHIPMENT', 'PROCESSING')) AS lively
  FROM people p JOIN orders o ON o.buyer_id = p.id WHERE p.email LIKE $1 GROUP BY p.id
  ORDER BY lively DESC, newest DESC, p.email LIMIT $2`;
const sellers = `
  SELECT 'seller' AS app, p.name, p.email, s.name AS shop,
    (SELECT count(*)::int FROM orders o WHERE o.shop_id = s.id) AS orders,
    p.email LIKE '%@${importedDomain}' AS imported
  FROM people p JOIN shop_members m ON m.person_id = p.id JOIN shops s ON s.id = m.shop_id
  WHERE p.email LIKE $1 ORDER BY orders DESC, p.email LIMIT $2`;
const agents = `
  SELECT 'support' AS app, p.name, p.email, NULL AS shop, 0 AS orders, FALSE AS imported
  FROM people p JOIN agents a ON a.person_id = p.id WHERE p.email LIKE $1 ORDER BY p.email LIMIT $2`;

/** Whom one can sign in as: all of the demo, and some of who was imported. Empty outside a sandbox. */
export async function sandboxSignIns(platform: Platform): Promise<SandboxSignIn[]> {
  if (!platform.config.sandbox) return [];
  const read = (sql: string, domain: string, most: number): Promise<Row[]> =>
    platform.database.query(sql, [`%@${domain}`, most]);
  const rows = [
    ...(await read(buyers, demoDomain, 10)),
    ...(await read(buyers, importedDomain, 3)),
    ...(await read(sellers, demoDomain, 10)),
    ...(await read(sellers, importedDomain, 2)),
    ...(await read(agents, demoDomain, 5)),
  ];
  return rows.map(({ app, name, email, shop, orders, imported }) => ({
    app,
    name,
    email,
    password: sandboxPassword,
    note: [
      shop ?? (app === "support" ? "Support team" : "Buyer"),
      orders > 0 ? `${orders} ${orders === 1 ? "order" : "orders"}` : null,
      imported ? "imported" : null,
    ]
      .filter(Boolean)
      .join(", "),
  }));
}
