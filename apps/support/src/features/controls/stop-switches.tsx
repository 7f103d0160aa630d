import { useQuery } from "@apollo/client/react";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Stack, Text, Title } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { StopSwitchesDocument } from "./controls.generated.ts";
import { SetStop } from "./set-stop.tsx";
import { StopCard } from "./stop-card.tsx";

/** The switches that are on, with what they hold back; looked at again every ten seconds. */
export function StopSwitches({ mayStop }: { mayStop: boolean }) {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(StopSwitchesDocument, {
    variables: { on: true },
    fetchPolicy: "cache-and-network",
    pollInterval: 10_000,
  });
  const switches = data?.stopSwitches.edges ?? [];
  return (
    <Stack>
      <Title order={2}>{words.stops}</Title>
      <Text c="dimmed">{words.stopsHint}</Text>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && switches.length === 0 && (
        <EmptyState title={words.noStops}>{words.noStopsHint}</EmptyState>
      )}
      {switches.map(({ node }) => (
        <StopCard key={node.id} stop={node} mayLift={mayStop} lifted={() => void refetch()} />
      ))}
      {mayStop ? (
        <SetStop made={() => void refetch()} />
      ) : (
        <Text size="sm" c="dimmed">
          {words.leadsOnly}
        </Text>
      )}
    </Stack>
  );
}
