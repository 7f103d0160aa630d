/** A change to come, at its time in milliseconds since 1970. */
export interface Step<S extends string> {
  at: number;
  status: S;
  reason?: string;
}

const longestTimerMs = 2 ** 31 - 1;

/** Changes that come by themselves, one after the other, for each subject. */
export class Plans<S extends string> {
  private readonly steps = new Map<string, Step<S>[]>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly due: (id: string, step: Step<S>) => void) {}

  set(id: string, steps: readonly Step<S>[]): void {
    this.steps.set(id, [...steps]);
  }

  /** The subject has become this: what was planned up to there is over. */
  became(id: string, status: S): void {
    const steps = this.steps.get(id);
    if (steps?.[0]?.status === status) steps.shift();
  }

  /** Waits for the next change, if there is one. */
  arm(id: string): void {
    clearTimeout(this.timers.get(id));
    const next = this.steps.get(id)?.[0];
    if (!next) return;
    const wait = Math.min(Math.max(0, next.at - Date.now()), longestTimerMs);
    const fire = () => (next.at > Date.now() ? this.arm(id) : this.due(id, next));
    this.timers.set(id, setTimeout(fire, wait));
  }

  armAll(): void {
    for (const id of this.steps.keys()) this.arm(id);
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}
