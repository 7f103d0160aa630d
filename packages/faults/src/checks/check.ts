/** One thing that must hold: how often it did not. */
export interface Check {
  name: string;
  broken: number;
  /** Some of what was found, for whoever looks into it. */
  examples?: string[];
}

export const brokenOf = (checks: readonly Check[]): Check[] =>
  checks.filter(({ broken }) => broken > 0);

export const check = (name: string, found: readonly unknown[]): Check => ({
  name,
  broken: found.length,
  examples: found.slice(0, 3).map((each) => JSON.stringify(each)),
});
