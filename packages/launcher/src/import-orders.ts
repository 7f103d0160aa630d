import { resolve } from "node:path";
import { apiCommand } from "./api-command.js";

/** Takes orders over into the platform. */
export const importOrders = (args: string[]): Promise<number> =>
  apiCommand(["import", ...args.map(fromCaller)]);

/** Folders are meant from where the person stands. */
const fromCaller = (argument: string) =>
  argument.startsWith("-") || !/[\\/.]/.test(argument)
    ? argument
    : resolve(process.env.INIT_CWD ?? process.cwd(), argument);
