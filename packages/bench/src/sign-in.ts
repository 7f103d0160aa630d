import { hash, verify } from "@node-rs/argon2";
import { signIn } from "./caller.js";
import { compare, type Measured } from "./measure.js";
import type { Api, Stand } from "./stand.js";

/** Signing in, beside what the password's hash alone costs. Few rounds: sign-ins are throttled. */
export async function measureSignIn(stand: Stand, api: Api, orders: number): Promise<Measured> {
  const known = await hash("makegood");
  const emails: string[] = [];
  for (let person = 0; person < 40; person++) {
    const email = `signs-in-${orders}-${person}@buyers.example`;
    await stand.world.person("Signs In", email);
    emails.push(email);
  }
  return compare(stand, {
    name: "sign-in (argon2id)",
    orders,
    rounds: 20,
    ours: (round) => signIn(api, "buyer", emails[round % emails.length] ?? ""),
    floor: () => verify(known, "makegood"),
  });
}
