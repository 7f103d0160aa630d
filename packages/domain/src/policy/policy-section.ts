/** A part of a policy in plain words. */
export interface PolicySection {
  readonly heading: string;
  readonly sentences: readonly string[];
}
