interface Edge {
  cursor?: string;
  node?: { __ref?: string };
}
export interface Page {
  edges: readonly Edge[];
  pageInfo?: { hasNextPage?: boolean; endCursor?: string | null };
}

const nameOf = ({ node, cursor }: Edge) => node?.__ref ?? cursor;

/**
 * Pages of a connection become one list. A fresh first page, asked for since something happened, takes
 * the place of the first ones and leaves what was loaded behind them: whoever reads further down keeps
 * their place. A list with which it has nothing in common is replaced.
 */
export function mergePages<P extends Page>(
  existing: P | undefined,
  incoming: P,
  after: unknown,
): P {
  if (!existing) return incoming;
  const fresh = new Set(incoming.edges.map(nameOf));
  if (after) {
    const before = existing.edges.filter((edge) => !fresh.has(nameOf(edge)));
    return { ...incoming, edges: [...before, ...incoming.edges] };
  }
  if (!incoming.pageInfo?.hasNextPage) return incoming;
  const known = existing.edges.map(nameOf);
  const last = incoming.edges.map((edge) => known.indexOf(nameOf(edge))).findLast((at) => at >= 0);
  if (last === undefined) return incoming;
  const behind = existing.edges.slice(last + 1).filter((edge) => !fresh.has(nameOf(edge)));
  if (behind.length === 0) return incoming;
  return { ...incoming, pageInfo: existing.pageInfo, edges: [...incoming.edges, ...behind] };
}
