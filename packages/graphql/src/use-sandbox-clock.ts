import { useMutation, useQuery } from "@apollo/client/react";
import { MoveSandboxClockDocument, SandboxTimeDocument } from "./session.generated.ts";

/** The sandbox's clock, and how to move it forward; null where there is no sandbox. */
export function useSandboxClock() {
  const { data, refetch } = useQuery(SandboxTimeDocument, { fetchPolicy: "cache-and-network" });
  const [ask, { loading, data: moved }] = useMutation(MoveSandboxClockDocument);
  const now = data?.sandbox?.now ?? null;
  if (now === null) return null;
  const move = async (hours: number) => {
    await ask({ variables: { hours } });
    await refetch();
  };
  return { now, move, moving: loading, fellDue: moved?.moveSandboxClock.fellDue ?? null };
}
