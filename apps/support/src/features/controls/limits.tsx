import { useQuery } from "@apollo/client/react";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Button, Group, NativeSelect, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { type LimitViewFragment, RefundLimitsDocument } from "./controls.generated.ts";
import { LimitForm } from "./limit-form.tsx";

const currencies = ["BRL", "EUR", "GBP", "USD", "JPY", "KWD"];

/** What each role gives alone, and (administrators) how to set it. */
export function Limits({ maySet }: { maySet: boolean }) {
  const words = useAppWords();
  const [currency, setCurrency] = useState("BRL");
  const [editing, setEditing] = useState<LimitViewFragment | null>(null);
  const { data, loading, error, refetch } = useQuery(RefundLimitsDocument, {
    variables: { currency },
    fetchPolicy: "cache-and-network",
  });
  const amount = (money: LimitViewFragment["perRefund"]) =>
    money ? <MoneyText money={money} size="sm" /> : words.noLimit;
  return (
    <Stack>
      <Title order={2}>{words.limits}</Title>
      <Text c="dimmed">{words.limitsHint}</Text>
      <Group>
        <NativeSelect
          label={words.currency}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={currencies}
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
                <Table.Th>{words.perRefund}</Table.Th>
                <Table.Th>{words.perDay}</Table.Th>
                <Table.Th>{words.goodwillPerDay}</Table.Th>
                <Table.Th>{words.approvalDays}</Table.Th>
                <Table.Th />
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
                        {words.change}
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
        <LimitForm
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
