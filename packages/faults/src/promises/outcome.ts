/** What became of one promise. */
export interface Outcome {
  /** Its number in the design, or the issue of the field it answers. */
  number: string;
  promise: string;
  figure: string;
  kept: boolean;
  /** What was found where it was not kept. */
  findings: string[];
}
