/** Text as LIKE takes it literally. */
export const likeEscaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
