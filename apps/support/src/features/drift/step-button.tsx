import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Stack } from "@mantine/core";

interface Variables {
  input: { driftItemId: string; idempotencyKey: string; dryRun?: boolean | null | undefined };
}

/** A step that needs no words. */
export function StepButton<D extends object>({
  driftItemId,
  document,
  label,
  main = false,
  changed,
}: {
  driftItemId: string;
  document: TypedDocumentNode<D, Variables>;
  label: string;
  main?: boolean;
  changed: () => void;
}) {
  const command = useCommand(document);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant={main ? "filled" : "default"}
        loading={command.loading}
        onClick={async () => {
          if (await command.run({ driftItemId })) changed();
        }}
      >
        {label}
      </Button>
      {command.refusal && <RefusalNotice refusal={command.refusal} />}
    </Stack>
  );
}
