import { useCommand } from "@makegood/graphql/use-command.ts";
import { LimitForm } from "@makegood/ui/limit-form.tsx";
import { Card, Stack, Text } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { type RoleLimitFragment, SetRefundLimitDocument } from "./controls.generated.ts";

/** Sets what one role gives alone. */
export function RoleLimit({ limit, close }: { limit: RoleLimitFragment; close: () => void }) {
  const words = useAppWords();
  const set = useCommand(SetRefundLimitDocument);
  return (
    <Card>
      <Stack gap="sm">
        <Text fw={650}>{words.limitRoles[limit.role ?? "KEY"]}</Text>
        <LimitForm
          limit={limit}
          busy={set.loading}
          refusal={set.refusal}
          back={close}
          save={async (typed) => {
            if (await set.run({ role: limit.role ?? null, ...typed })) close();
          }}
        />
      </Stack>
    </Card>
  );
}
