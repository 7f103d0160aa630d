import { useViewer } from "@makegood/graphql/use-session.ts";
import { Stack, Title } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { Limits } from "./limits.tsx";
import { StopSwitches } from "./stop-switches.tsx";

/** What holds money back: stop switches, and what each role gives alone. */
export function ControlsPage() {
  const words = useAppWords();
  const { viewer } = useViewer();
  const role = viewer?.agentRole ?? "AGENT";
  return (
    <Stack gap="xl">
      <Title order={1}>{words.controls}</Title>
      <StopSwitches mayStop={role !== "AGENT"} />
      <Limits maySet={role === "ADMIN"} />
    </Stack>
  );
}
