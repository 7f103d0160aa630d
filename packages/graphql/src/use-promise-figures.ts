import { useQuery } from "@apollo/client/react";
import {
  PromiseFiguresDocument,
  type PromiseFiguresQueryVariables,
} from "./promise-figures.generated.ts";

/** How many promises were kept, of a shop or (for support) of all. */
export const usePromiseFigures = (variables: PromiseFiguresQueryVariables, skip = false) =>
  useQuery(PromiseFiguresDocument, { variables, skip, fetchPolicy: "cache-and-network" });
