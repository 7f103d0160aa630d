/** [country, [year, "MMDD MMDD ..."][]][] of what date-holidays knows. */
export function publicHolidays(): [country: string, years: [year: number, days: string][]][];
