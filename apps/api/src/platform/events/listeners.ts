/** Who listens in this process, by topic. */
export class Listeners {
  private readonly byTopic = new Map<string, Set<() => void>>();

  add(topic: string, wake: () => void): () => void {
    const set = this.byTopic.get(topic) ?? new Set();
    this.byTopic.set(topic, set.add(wake));
    return () => {
      set.delete(wake);
      if (set.size === 0 && this.byTopic.get(topic) === set) this.byTopic.delete(topic);
    };
  }

  /** A message as it travels: topics, parted by spaces. Whoever listens to all is woken by any. */
  hear(message: string): void {
    for (const topic of message.split(" ")) this.wake(topic);
    this.wake("*");
  }

  /** After hints may have been missed, and at the end. */
  wakeAll(): void {
    for (const topic of [...this.byTopic.keys()]) this.wake(topic);
  }

  private wake(topic: string): void {
    for (const wake of this.byTopic.get(topic) ?? []) wake();
  }
}
