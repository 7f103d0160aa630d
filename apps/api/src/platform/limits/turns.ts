/** Lets so many in at once; some wait for their turn, in order, and who finds too many waiting is told. */
export class Turns {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** How to leave again; null when too many wait already. */
  async enter(): Promise<(() => void) | null> {
    if (this.inside < this.most) this.inside++;
    else {
      if (this.waiting.length >= this.mostWaiting) return null;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
      // The turn is handed on, so that nobody comes in between.
      if (next) next();
      else this.inside--;
    };
  }

  get idle(): boolean {
    return this.inside === 0;
  }
}
