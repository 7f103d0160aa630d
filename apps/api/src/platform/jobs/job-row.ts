/** A job on its way to the queue. */
export interface JobRow {
  task: string;
  /** Ids only: the rows are the truth. */
  payload: Record<string, string>;
  /** The same key replaces a waiting job of that key. */
  key: string | null;
  runAt: Date | null;
}
