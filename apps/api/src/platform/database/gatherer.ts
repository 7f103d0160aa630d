interface Gathering {
  keys: Set<string>;
  answer: Promise<ReadonlyMap<string, unknown>>;
}

/**
 * Gathers what many readers ask at one moment into one statement: a thousand subscribers woken by
 * one event want the same rows. Who asks before the statement is sent shares it; who asks later
 * gets another, so that nobody is given what was read before they asked. There is one statement of a
 * kind at a time: the busier it is, the more readers the next one serves.
 */
export class Gatherer {
  private readonly open = new Map<string, Gathering>();
  private readonly running = new Map<string, Promise<unknown>>();

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
    const before = this.running.get(kind);
    const send = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      await before?.catch(() => undefined);
      this.open.delete(kind);
      return fetch([...keys]);
    };
    const answer = send();
    const gathering = { keys, answer };
    this.open.set(kind, gathering);
    this.running.set(kind, answer);
    const done = () => {
      if (this.running.get(kind) === answer) this.running.delete(kind);
    };
    answer.then(done, done);
    return gathering;
  }
}
