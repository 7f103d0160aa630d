import { useMutation, useQuery } from "@apollo/client/react";
import { Form } from "@makegood/ui/form.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import {
  CreateKeyDocument,
  type KeyViewFragment,
  RevokeKeyDocument,
  ShopKeysDocument,
} from "./keys.generated.ts";

type Scope = KeyViewFragment["scopes"][number];

/** Keys for third parties: made here, shown once, ended at once. */
export function KeysPage() {
  const words = useAppWords();
  const { shop, role } = useShop();
  const { data, loading, error, refetch } = useQuery(ShopKeysDocument, {
    variables: { id: shop?.id ?? "" },
    skip: !shop,
  });
  const keys = data?.shop?.integrationKeys;
  return (
    <Stack maw={720}>
      <Title order={1}>{words.keys}</Title>
      {role === "OWNER" && shop ? (
        <NewKey shopId={shop.id} made={() => void refetch()} />
      ) : (
        <Text c="dimmed">{words.ownersOnly}</Text>
      )}
      {loading && !data && <Loading />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {keys?.length === 0 && <EmptyState title={words.noKeys} />}
      {keys?.map((key) => (
        <Key key={key.id} of={key} mayRevoke={role === "OWNER"} />
      ))}
    </Stack>
  );
}

function NewKey({ shopId, made }: { shopId: string; made: () => void }) {
  const words = useAppWords();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>(["ORDERS_READ"]);
  const [create, { loading, error }] = useMutation(CreateKeyDocument);
  const [answer, setAnswer] = useState<{ secret?: string; message?: string }>({});
  const submit = async () => {
    const { data } = await create({
      variables: { input: { shopId, name, scopes: scopes as Scope[] } },
    });
    const result = data?.createIntegrationKey;
    if (result?.__typename === "CreateIntegrationKeySuccess") {
      setAnswer({ secret: result.secret });
      setName("");
      made();
    } else if (result) setAnswer({ message: result.message });
  };
  return (
    <Card>
      <Form onSubmit={() => submit()}>
        <Stack>
          <Title order={2}>{words.newKey}</Title>
          <TextInput
            label={words.keyName}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group value={scopes} onChange={setScopes}>
            <Stack gap="xs">
              {Object.entries(words.scopes).map(([scope, label]) => (
                <Checkbox key={scope} value={scope} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          {(answer.message ?? error?.message) && (
            <Alert color="red" role="alert">
              {answer.message ?? error?.message}
            </Alert>
          )}
          {answer.secret && (
            <Alert title={words.secretOnce}>
              <Group>
                <Code style={{ overflowWrap: "anywhere" }}>{answer.secret}</Code>
                <CopyButton value={answer.secret}>
                  {({ copied, copy }) => (
                    <Button size="xs" variant="default" onClick={copy}>
                      {copied ? words.copied : words.copy}
                    </Button>
                  )}
                </CopyButton>
              </Group>
            </Alert>
          )}
          <Button type="submit" loading={loading} disabled={scopes.length === 0}>
            {words.make}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}

function Key({ of: key, mayRevoke }: { of: KeyViewFragment; mayRevoke: boolean }) {
  const words = useAppWords();
  const [revoke, { loading }] = useMutation(RevokeKeyDocument);
  return (
    <Card>
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
    </Card>
  );
}
