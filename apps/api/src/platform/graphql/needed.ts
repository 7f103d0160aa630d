import { assert } from "@makegood/domain/assert";

/** A row that another one can't be without: its absence is a bug of ours, not an answer. */
export async function needed<T>(row: Promise<T | null>, what: string): Promise<T> {
  const found = await row;
  assert(found !== null, `there is its ${what}`);
  return found;
}
