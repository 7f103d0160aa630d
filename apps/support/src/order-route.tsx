import { BackLink } from "@makegood/ui/shell.tsx";
import { Stack, Title } from "@mantine/core";
import { Disputes } from "./features/dispute/disputes.tsx";
import { OrderStory } from "./features/orders/order-story.tsx";
import { useAppWords } from "./words.ts";

/** An order by itself. */
export function OrderRoute({ id }: { id: string }) {
  const words = useAppWords();
  return (
    <Stack>
      <BackLink to="/orders" label={words.orders} />
      <Title order={1}>{words.theOrder}</Title>
      <OrderStory id={id} returns={(order) => <Disputes order={order} />} />
    </Stack>
  );
}
