import type { AnyStatus } from "@makegood/domain/text/status-words";
import { Card, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { StatusBadge } from "./status-badge.tsx";
import { type MoneyLike, MoneyText } from "./texts.tsx";

/** An order in a list of those who work with many; it leads to the order. */
export function OrderRow({
  order,
  children,
}: {
  order: {
    id: string;
    number: string;
    status: AnyStatus;
    financialStatus: AnyStatus;
    buyer: { name: string };
    totals: { total: MoneyLike };
  };
  /** What else there is to say, in a line below. */
  children: ReactNode;
}) {
  return (
    <Link href={`/orders/${order.id}`} className="mg-quiet-link">
      <Card className="mg-row" padding="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {order.number} · {order.buyer.name}
          </Text>
          <Group gap="xs">
            <StatusBadge status={order.status} />
            {order.financialStatus !== "PAID" && <StatusBadge status={order.financialStatus} />}
            <MoneyText money={order.totals.total} />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </Card>
    </Link>
  );
}
