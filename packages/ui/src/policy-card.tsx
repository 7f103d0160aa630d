import { Card, List, Stack, Text, Title } from "@mantine/core";

/** A shop's rules in plain words. */
export function PolicyCard({
  title,
  sections,
}: {
  title: string;
  sections: { heading: string; sentences: string[] }[];
}) {
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        {sections.map(({ heading, sentences }) => (
          <div key={heading}>
            <Text fw={600} size="sm">
              {heading}
            </Text>
            <List size="sm" withPadding>
              {sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
