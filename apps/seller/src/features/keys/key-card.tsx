import { useMutation } from "@apollo/client/react";
import { DateText } from "@makegood/ui/texts.tsx";
import { Badge, Button, Card, Code, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
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
  const [revoke, { loading }] = useMutation(RevokeKeyDocument);
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
            mayRevoke && (
              <Button
                variant="default"
                color="red"
                loading={loading}
                onClick={() => void revoke({ variables: { keyId: key.id } })}
              >
                {words.revoke}
              </Button>
            )
          )}
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
