// Writes src/calendar/public-holidays.ts from date-holidays' data: national public holidays, by
// country and year, as MMDD. Run `pnpm --filter @makegood/domain holidays` after an upgrade.
import { writeFileSync } from "node:fs";
import { publicHolidays } from "./public-holidays.mjs";

const text = publicHolidays()
  .map(([country, years]) => {
    const rows = years.map(([year, days]) => `    ${year}: "${days}",`).join("\n");
    return `  ${country}: {\n${rows}\n  },`;
  })
  .join("\n");
const file = new URL("../src/calendar/public-holidays.ts", import.meta.url);
writeFileSync(
  file,
  `/** Made by scripts/holidays.mjs from date-holidays; never edited by hand. MMDD, by country and year. */
export const publicHolidays: Readonly<Record<string, Readonly<Record<number, string>>>> = {
${text}
};
`,
);
