/** Something a person can put right; the message is the whole story. */
export class PostgresProblem extends Error {}
