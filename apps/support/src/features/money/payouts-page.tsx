import { payoutStatuses } from "@makegood/domain/payout/payout-machine";
import { useWords } from "@makegood/ui/locale.tsx";
import { Chip, Group } from "@mantine/core";
import { useSearchParams } from "wouter";
import { deskMoneyWords } from "./desk-money-words.ts";
import { MoneyFrame } from "./money-frame.tsx";
import { PayoutList } from "./payout-list.tsx";

/** What all shops were paid, newest first, and what waits for a bank. */
export function PayoutsPage() {
  const words = useWords(deskMoneyWords);
  const [address, setAddress] = useSearchParams();
  const status = payoutStatuses.find((value) => value === address.get("status")) ?? null;
  return (
    <MoneyFrame at="">
      <Chip.Group
        value={status ?? ""}
        onChange={(value) => setAddress(value ? { status: String(value) } : {}, { replace: true })}
      >
        <Group gap="xs" className="mg-chips">
          <Chip value="">{words.all}</Chip>
          {payoutStatuses.map((value) => (
            <Chip key={value} value={value}>
              {words.views[value]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <PayoutList status={status} />
    </MoneyFrame>
  );
}
