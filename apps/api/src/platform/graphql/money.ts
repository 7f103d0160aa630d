/** An amount as the schema's Money. */
export const toMoney = (amountMinor: number, currency: string) => ({ amountMinor, currency });
