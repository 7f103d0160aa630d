import {
  Alert,
  Box,
  Button,
  CloseButton,
  FileButton,
  Group,
  Image,
  Stack,
  Text,
} from "@mantine/core";
import "@mantine/core/styles/Image.css";
import { useRef, useState } from "react";
import { useLocale, useWords } from "./locale.tsx";
import { returnWords } from "./return-words.ts";
import { uiWords } from "./words.ts";

export interface SentPhoto {
  id: string;
  path: string;
}

export interface GivenPhoto extends SentPhoto {
  givenBy: keyof (typeof uiWords)["en"]["somebody"];
}

/** Takes photos one by one; one that can't be taken is told why, and the others stay. */
export function PhotoPicker({
  app,
  orderId,
  label,
  photos,
  onChange,
}: {
  app: "buyer" | "seller" | "support";
  orderId: string;
  label: string;
  photos: SentPhoto[];
  onChange: (photos: SentPhoto[]) => void;
}) {
  const words = useWords(returnWords);
  const { locale } = useLocale();
  const [problems, setProblems] = useState<string[]>([]);
  const [sending, setSending] = useState(false);
  // Forgotten once sent, so that the same file can be chosen again.
  const forget = useRef<() => void>(null);

  const send = async (files: File[]) => {
    setSending(true);
    const refused: string[] = [];
    const sent: SentPhoto[] = [];
    for (const file of files) {
      try {
        const response = await fetch(`/photos?orderId=${orderId}`, {
          method: "POST",
          credentials: "same-origin",
          headers: {
            "x-makegood-app": app,
            "accept-language": locale,
            "content-type": "application/octet-stream",
          },
          body: file,
        });
        const said = (await response.json()) as { id?: string; url?: string; message?: string };
        if (said.id && said.url) sent.push({ id: said.id, path: said.url });
        else refused.push(`${file.name}: ${said.message ?? words.photoNotSent}`);
      } catch {
        refused.push(`${file.name}: ${words.photoNotSent}`);
      }
    }
    setSending(false);
    forget.current?.();
    setProblems(refused);
    onChange([...photos, ...sent]);
  };

  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="xs">
        {photos.map(({ id, path }, index) => (
          <Box key={id} pos="relative">
            <Image
              src={`${path}?app=${app}`}
              alt={words.photo(index + 1)}
              w={84}
              h={84}
              fit="cover"
              radius="md"
            />
            <CloseButton
              pos="absolute"
              top={2}
              right={2}
              size="sm"
              variant="default"
              aria-label={words.remove(index + 1)}
              onClick={() => onChange(photos.filter((photo) => photo.id !== id))}
            />
          </Box>
        ))}
        <FileButton
          resetRef={forget}
          accept="image/*"
          multiple
          onChange={(files) => void send(files)}
        >
          {(props) => (
            <Button {...props} variant="default" loading={sending}>
              {words.addPhoto}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="xs" c="dimmed">
        {words.photoHint}
      </Text>
      {problems.length > 0 && (
        <Alert color="red" role="alert">
          {problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}

/** Photos that were given, under the name of who gave them; each opens whole. */
export function PhotoStrip({
  app,
  photos,
}: {
  app: "buyer" | "seller" | "support";
  photos: readonly GivenPhoto[];
}) {
  const words = useWords(returnWords);
  const { somebody } = useWords(uiWords);
  const givers = [...new Set(photos.map(({ givenBy }) => givenBy))];
  return givers.map((giver) => (
    <Stack key={giver} gap={4} role="group" aria-label={words.photosFrom(somebody[giver])}>
      <Text size="xs" c="dimmed">
        {words.photosFrom(somebody[giver])}
      </Text>
      <Group gap="xs">
        {photos
          .filter(({ givenBy }) => givenBy === giver)
          .map(({ id, path }, index) => (
            <a key={id} href={`${path}?app=${app}`} target="_blank" rel="noreferrer">
              <Image
                src={`${path}?app=${app}`}
                alt={words.photo(index + 1)}
                w={84}
                h={84}
                fit="cover"
                radius="md"
              />
            </a>
          ))}
      </Group>
    </Stack>
  ));
}
