interface SignIn {
  app: string;
  name: string;
  email: string;
  password: string;
  note: string;
}

/** Addresses and sign-ins, once everything runs. */
export async function welcome(address: string): Promise<void> {
  const response = await fetch(`${address}/sandbox/sign-ins.json`);
  const signIns = response.ok ? ((await response.json()) as SignIn[]) : [];
  const width = Math.max(0, ...signIns.map(({ email }) => email.length));
  const lines = [
    "",
    "  Makegood runs.",
    "",
    `  ${address}/           what this is`,
    `  ${address}/buyer/     buyers`,
    `  ${address}/seller/    sellers`,
    `  ${address}/support/   support`,
    `  ${address}/graphql    API`,
    "",
    ...(signIns.length > 0 ? ["  Sign in as (password: makegood)", ""] : []),
    ...signIns.map(
      ({ app, email, name, note }) =>
        `  ${app.padEnd(8)} ${email.padEnd(width)}  ${name} · ${note}`,
    ),
    "",
    "  Ctrl-C stops everything; the data stays.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
