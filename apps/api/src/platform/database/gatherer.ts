interface Gathering {
  keys: Set<string>;
  answer: Promise<ReadonlyMap<string, unknown>>;
}

/**
 * Gathers what many readers ask at one moment into one statement: a thousand subscribers woken by
 * one event want the same rows. Who asks before the statement is sent shares it; who asks later
 * gets another, so that nobody is given what was read before they asked.
 */
export class Gatherer {
  private readonly open = new Map<string, Gathering>();

  /**
   * The rows by key. `kind` names what is read and for whose eyes: whatever is of one kind must be
   * the same for everybody who asks.
   */
  async read<V>(
    kind: string,
    keys: readonly string[],
    fetch: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<ReadonlyMap<string, V>> {
    const gathering = this.open.get(kind) ?? this.begin(kind, fetch);
    for (const key of keys) gathering.keys.add(key);
    return gathering.answer as Promise<ReadonlyMap<string, V>>;
  }

  private begin(
    kind: string,
    fetch: (keys: string[]) => Promise<ReadonlyMap<string, unknown>>,
  ): Gathering {
    const keys = new Set<string>();
    const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
      this.open.delete(kind);
      return fetch([...keys]);
    });
    const gathering = { keys, answer };
    this.open.set(kind, gathering);
    return gathering;
  }
}
