import { useViewer } from "@makegood/graphql/use-session.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { PayoutLine } from "@makegood/ui/payout-line.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { deskMoneyWords } from "./desk-money-words.ts";
import type { DeskPayoutFragment } from "./money.generated.ts";
import { SettlePayout } from "./settle-payout.tsx";

/** One shop's payout: what was sent, what was not in it and why, and (leads) what the bank did. */
export function PayoutCard({ payout }: { payout: DeskPayoutFragment }) {
  const words = useWords(deskMoneyWords);
  const { viewer } = useViewer();
  const [open, setOpen] = useState(false);
  const { pending, frozen, status } = payout;
  const settles = status === "SCHEDULED" || status === "PAID";
  const isLead = viewer?.agentRole !== "AGENT";
  return (
    <Card>
      <Stack gap="xs">
        <Text fw={600}>
          <Link href={`/money/shops/${payout.shop.id}`}>{payout.shop.name}</Link>
        </Text>
        <PayoutLine payout={payout} />
        {(pending.amountMinor > 0 || frozen.amountMinor > 0) && (
          <Text size="sm">
            {words.notPaid} <MoneyText money={pending} size="sm" /> {words.fresh}
            {frozen.amountMinor > 0 && (
              <>
                {", "}
                <MoneyText money={frozen} size="sm" /> {words.held}
              </>
            )}
          </Text>
        )}
        {settles && isLead && !open && (
          <Group>
            <Button size="xs" variant="default" onClick={() => setOpen(true)}>
              {status === "PAID" ? words.sentBack : words.settle}
            </Button>
          </Group>
        )}
        {status === "SCHEDULED" && !isLead && (
          <Text size="xs" c="dimmed">
            {words.leadsOnly}
          </Text>
        )}
        {open && <SettlePayout payout={payout} close={() => setOpen(false)} />}
      </Stack>
    </Card>
  );
}
