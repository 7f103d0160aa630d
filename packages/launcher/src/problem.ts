/** Something the person at the terminal can put right; the message is all they need. */
export class Problem extends Error {}
