import {
  Alert,
  Button,
  Card,
  Container,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from "@mantine/core";
import "@mantine/core/styles/PasswordInput.css";
import { useRef, useState } from "react";
import { Form } from "./form.tsx";
import { useWords } from "./locale.tsx";
import { usePageTitle } from "./use-page-title.ts";
import { uiWords } from "./words.ts";

export interface SignInAs {
  name: string;
  email: string;
  password: string;
  note: string;
}

/** Signs in; in a sandbox one may choose whom as. The message is why the last try failed. */
export function SignInPage({
  title,
  people,
  message,
  signIn,
}: {
  title: string;
  people: SignInAs[];
  message: string | null;
  signIn: (email: string, password: string) => Promise<void>;
}) {
  const words = useWords(uiWords);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  usePageTitle(page, "Makegood");
  const go = async (asEmail: string, asPassword: string) => {
    setBusy(true);
    try {
      await signIn(asEmail, asPassword);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Container component="main" ref={page} size={440} py={48}>
      <Stack>
        <Title order={1}>{title}</Title>
        <Card>
          <Form onSubmit={() => go(email, password)}>
            <Stack>
              {message && (
                <Alert color="red" role="alert">
                  {message}
                </Alert>
              )}
              <TextInput
                label={words.email}
                type="email"
                autoComplete="username"
                required
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                label={words.password}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" loading={busy}>
                {words.signIn}
              </Button>
            </Stack>
          </Form>
        </Card>
        {people.length > 0 && (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {words.signInAs}
            </Text>
            {people.map((person) => (
              <UnstyledButton
                key={person.email}
                onClick={() => void go(person.email, person.password)}
              >
                <Card className="mg-row" padding="sm">
                  <Text fw={600}>{person.name}</Text>
                  <Text size="sm" c="dimmed">
                    {person.note}
                  </Text>
                </Card>
              </UnstyledButton>
            ))}
          </Stack>
        )}
      </Stack>
    </Container>
  );
}
