/** The currencies that screens offer where somebody sets an amount for one. */
export const offeredCurrencies = ["BRL", "EUR", "GBP", "USD", "JPY", "KWD"];
