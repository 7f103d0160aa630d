import { useMutation } from "@apollo/client/react";
import { DateText } from "@makegood/ui/texts.tsx";
import { Alert, Badge, Button, Card, Code, Group, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { type ReactNode, useState } from "react";
import { useAppWords } from "../../words.ts";
import { type KeyViewFragment, RevokeKeyDocument } from "./keys.generated.ts";

/** A key: what it may do, when it was used, what it may give, and its end. */
export function KeyCard({
  of: key,
  mayRevoke,
  children,
}: {
  of: KeyViewFragment;
  mayRevoke: boolean;
  children?: ReactNode;
}) {
  const words = useAppWords();
  const [revoke, { loading, error }] = useMutation(RevokeKeyDocument);
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Text fw={600}>
              {key.name} <Code>{key.hint}…</Code>
            </Text>
            <Text size="sm" c="dimmed">
              {key.scopes.map((scope) => words.scopes[scope]).join(", ")} ·{" "}
              {key.lastUsedAt ? (
                <>
                  {words.lastUsed} <DateText at={key.lastUsedAt} />
                </>
              ) : (
                words.neverUsed
              )}
            </Text>
          </div>
          {key.revokedAt ? (
            <Badge color="gray">{words.revoked}</Badge>
          ) : (
            mayRevoke &&
            !asking && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {words.revoke}
              </Button>
            )
          )}
        </Group>
        {asking && !key.revokedAt && (
          <Alert color="red" title={words.revokeSure} role="alert">
            {error && <Text size="sm">{error.message}</Text>}
            <Group mt="xs">
              <Button
                color="red"
                loading={loading}
                onClick={() => void revoke({ variables: { keyId: key.id } }).catch(() => undefined)}
              >
                {words.revokeDo}
              </Button>
              <Button variant="subtle" onClick={() => setAsking(false)}>
                {words.back}
              </Button>
            </Group>
          </Alert>
        )}
        {children}
      </Stack>
    </Card>
  );
}
