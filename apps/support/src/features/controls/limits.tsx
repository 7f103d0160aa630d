import { useQuery } from "@apollo/client/react";
import { offeredCurrencies } from "@makegood/ui/currencies.ts";
import { limitWords } from "@makegood/ui/limit-words.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import {
  Button,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from "@mantine/core";
import "@mantine/core/styles/Table.css";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { RefundLimitsDocument, type RoleLimitFragment } from "./controls.generated.ts";
import { RoleLimit } from "./role-limit.tsx";

/** What each role gives alone, and (administrators) how to set it. */
export function Limits({ maySet }: { maySet: boolean }) {
  const words = useAppWords();
  const shared = useWords(limitWords);
  const [currency, setCurrency] = useState("BRL");
  const [editing, setEditing] = useState<RoleLimitFragment | null>(null);
  const { data, loading, error, refetch } = useQuery(RefundLimitsDocument, {
    variables: { currency },
    fetchPolicy: "cache-and-network",
  });
  const amount = (money: RoleLimitFragment["perRefund"]) =>
    money ? <MoneyText money={money} size="sm" /> : shared.noLimit;
  return (
    <Stack>
      <Title order={2}>{words.limits}</Title>
      <Text c="dimmed">{words.limitsHint}</Text>
      <Group>
        <NativeSelect
          label={shared.currency}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={offeredCurrencies}
        />
      </Group>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.role}</Table.Th>
                <Table.Th>{shared.perRefund}</Table.Th>
                <Table.Th>{shared.perDay}</Table.Th>
                <Table.Th>{shared.goodwillPerDay}</Table.Th>
                <Table.Th>{shared.approvalDays}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{shared.change}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.refundLimits.map((limit) => (
                <Table.Tr key={limit.role}>
                  <Table.Td>{words.limitRoles[limit.role ?? "KEY"]}</Table.Td>
                  <Table.Td>{amount(limit.perRefund)}</Table.Td>
                  <Table.Td>{amount(limit.perDay)}</Table.Td>
                  <Table.Td>{amount(limit.goodwillPerDay)}</Table.Td>
                  <Table.Td>{limit.approvalBusinessDays}</Table.Td>
                  <Table.Td>
                    {maySet && (
                      <Button size="xs" variant="subtle" onClick={() => setEditing(limit)}>
                        {shared.change}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {editing && (
        <RoleLimit
          key={`${editing.role} ${editing.currency}`}
          limit={editing}
          close={() => {
            setEditing(null);
            void refetch();
          }}
        />
      )}
    </Stack>
  );
}
