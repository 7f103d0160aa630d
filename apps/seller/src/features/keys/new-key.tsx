import { useMutation } from "@apollo/client/react";
import { Form } from "@makegood/ui/form.tsx";
import {
  Alert,
  Button,
  Card,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Stack,
  TextInput,
  Title,
} from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { CreateKeyDocument, type KeyViewFragment } from "./keys.generated.ts";

type Scope = KeyViewFragment["scopes"][number];

/** Makes a key and shows its secret, this once. */
export function NewKey({ shopId, made }: { shopId: string; made: () => void }) {
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
