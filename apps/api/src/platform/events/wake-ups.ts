/** Hints that something happened to an order; the table is the truth, a lost hint costs only time. */
export interface WakeUps {
  /**
   * Calls back at least once after every commit that touched the order (or "*": any order),
   * also from other processes. Returns how to stop.
   */
  subscribe(topic: string, wake: () => void): () => void;
  /** Wakes who listens to these, in all processes, to what is committed already. Never throws. */
  announce(topics: readonly string[]): Promise<void>;
  /** True once nothing will be called back any more. */
  readonly closed: boolean;
  /** Wakes everybody a last time, so that they see that it is over. */
  close(): Promise<void>;
}
