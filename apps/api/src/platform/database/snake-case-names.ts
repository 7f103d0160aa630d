import { DefaultNamingStrategy, type NamingStrategyInterface } from "typeorm";

const snakeCase = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** SQL reads as SQL: `respondBy` in TypeScript is `respond_by` in the database. */
export class SnakeCaseNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}
