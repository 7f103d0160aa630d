/** Everybody's password in a sandbox. */
export const sandboxPassword = "makegood";
/** E-mail domains of people who exist in a sandbox only. */
export const demoDomain = "demo.makegood.example";
export const importedDomain = "imported.makegood.example";
