import type { ReturnStatus } from "@makegood/domain/return/return-machine";
import { Anchor, Box, Card, Divider, Group, List, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type Explained, Explanation } from "./explanation.tsx";
import { useWords } from "./locale.tsx";
import { NextActionNote } from "./next-action-note.tsx";
import { type GivenPhoto, PhotoStrip } from "./photo-picker.tsx";
import { returnWords } from "./return-words.ts";
import { StatusBadge } from "./status-badge.tsx";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";

type PhotoPurpose = "REQUEST" | "INFO" | "REJECTION" | "INSPECTION" | "DISPUTE";
type Address = { name: string; street: string; postalCode: string; city: string };

export interface ReturnView {
  id: string;
  status: ReturnStatus;
  reason?: string | null;
  note?: string | null;
  returnless: boolean;
  amount: MoneyLike;
  /** What its units bring back after all that is kept. */
  comesBack: MoneyLike;
  offer?: { amount: MoneyLike; note?: string | null } | null;
  type?: string;
  wish?: string | null;
  replacement?: { id: string; number: string } | null;
  question?: string | null;
  answer?: string | null;
  rejectionReason?: string | null;
  carrier?: string | null;
  trackingNumber?: string | null;
  /** What the shop knows it by. */
  number: string;
  photos: (GivenPhoto & { purpose?: PhotoPurpose | null })[];
  label?: { path: string } | null;
  instructions?: {
    packingTips?: string | null;
    address?: Address | null;
  } | null;
  scans: {
    id: string;
    status: keyof typeof returnWords.en.scan;
    place?: string | null;
    at: string;
  }[];
  units: {
    id: string;
    line: { title: string };
    deduction: MoneyLike;
    inspection: keyof typeof returnWords.en.inspection;
    note?: string | null;
    grade?: string | null;
  }[];
  decision: Explained;
  nextAction?: { sentence: string; deadline?: string | null; onTimeout?: string | null } | null;
}

/** How far along the way from request to settlement each state is. */
const stepOf: Record<ReturnStatus, number> = {
  REQUESTED: 1,
  INFO_REQUESTED: 1,
  OFFER_PENDING: 1,
  REJECTED: 1,
  APPROVED: 2,
  AWAITING_SHIPMENT: 2,
  EXPIRED: 2,
  CANCELED: 1,
  IN_TRANSIT: 3,
  LOST_IN_TRANSIT: 3,
  RECEIVED: 4,
  INSPECTED: 4,
  PARTIALLY_ACCEPTED: 4,
  RECEIPT_REJECTED: 4,
  ESCALATED: 4,
  REFUND_PENDING: 4,
  COMPLETED: 5,
  CLOSED: 5,
};

/** A return like a parcel: where it is, what was said and shown, and what comes next. */
export function ReturnCard({
  request,
  app,
  children,
}: {
  request: ReturnView;
  app: "buyer" | "seller" | "support";
  children?: ReactNode;
}) {
  const words = useWords(returnWords);
  const over = ["COMPLETED", "EXPIRED", "CANCELED", "CLOSED", "REJECTED", "ESCALATED"].includes(
    request.status,
  );
  // Settled with an offer that still stands: it was taken, and nothing was sent back.
  const kept = ["REFUND_PENDING", "COMPLETED"].includes(request.status) ? request.offer : null;
  const amount = kept?.amount ?? request.amount;
  return (
    <Card component="section" aria-label={words.title}>
      <Stack gap="sm" aria-live="polite">
        <Group justify="space-between">
          <Title order={2}>
            {words.title}
            {amount.amountMinor > 0 && (
              <>
                {" · "}
                <MoneyText money={amount} />
              </>
            )}
          </Title>
          <StatusBadge status={request.status} />
        </Group>
        <Text size="sm" c="dimmed">
          {words.returnNumber} <span className="mg-number">{request.number}</span>
        </Text>
        {(request.type === "EXCHANGE" || request.type === "REPLACEMENT") && (
          <Text size="sm" fw={600}>
            {words.wants[request.type]}
            {request.wish && `: ${request.wish}`}
          </Text>
        )}
        {kept && <Text size="sm">{words.keptForOffer}</Text>}
        {request.replacement && (
          <Text size="sm">
            {words.newOrder}{" "}
            <Anchor component={Link} href={`/orders/${request.replacement.id}`}>
              {request.replacement.number}
            </Anchor>
          </Text>
        )}
        {!over && !request.returnless && !kept && <Progress step={stepOf[request.status]} />}
        {request.nextAction && <NextActionNote next={request.nextAction} />}
        <Said request={request} app={app} />
        <Way request={request} app={app} />
        <Outcomes request={request} app={app} />
        <Explanation decision={request.decision} fields={app === "support"} />
        {children}
      </Stack>
    </Card>
  );
}

/** How far it has come, in one line that fits a queue as well as a phone. */
function Progress({ step }: { step: number }) {
  const words = useWords(returnWords);
  const label = words.steps[Math.min(step, words.steps.length - 1)];
  return (
    <Stack gap={4}>
      <Group gap={4} grow aria-hidden="true">
        {words.steps.map((name, index) => (
          <Box
            key={name}
            h={6}
            bdrs="xl"
            bg={
              index < step
                ? "var(--mantine-primary-color-filled)"
                : "var(--mantine-color-default-border)"
            }
          />
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {words.next}: {label}
      </Text>
    </Stack>
  );
}

type Shown = { request: ReturnView; app: "buyer" | "seller" | "support" };

/** What was given for one purpose stands with what was said there. */
function Photos({ request, app, purpose }: Shown & { purpose: PhotoPurpose }) {
  const own = request.photos.filter((photo) => (photo.purpose ?? "REQUEST") === purpose);
  return <PhotoStrip app={app} photos={own} />;
}

function Said({ request, app }: Shown) {
  const words = useWords(returnWords);
  const said = [request.reason, request.note].filter(Boolean).join(" · ");
  return (
    <>
      {said && (
        <Text size="sm" c="dimmed">
          “{said}”
        </Text>
      )}
      <Photos request={request} app={app} purpose="REQUEST" />
      {request.question && (
        <Text size="sm">
          <strong>{words.question}:</strong> {request.question}
        </Text>
      )}
      {request.answer && (
        <Text size="sm">
          <strong>{words.answered}:</strong> {request.answer}
        </Text>
      )}
      <Photos request={request} app={app} purpose="INFO" />
      {request.rejectionReason && (
        <Text size="sm">
          <strong>{words.rejected}:</strong> {request.rejectionReason}
        </Text>
      )}
      <Photos request={request} app={app} purpose="REJECTION" />
      {request.returnless && <Text size="sm">{words.keepIt}</Text>}
    </>
  );
}

function Way({ request, app }: Shown) {
  const words = useWords(returnWords);
  const waiting = request.status === "AWAITING_SHIPMENT";
  const { instructions } = request;
  return (
    <>
      {waiting && instructions && (
        <Stack gap={4}>
          <Text fw={600} size="sm">
            {words.instructions}
          </Text>
          {instructions.address && (
            <Text size="sm">
              {words.sendTo}: {addressLine(instructions.address)}
            </Text>
          )}
          {!request.label && (
            <Text size="sm">
              {words.onTheParcel} <strong className="mg-number">{request.number}</strong>
            </Text>
          )}
          {instructions.packingTips && <Text size="sm">{instructions.packingTips}</Text>}
          {request.label && (
            <Anchor href={`${request.label.path}?app=${app}`} target="_blank" size="sm" fw={600}>
              {words.openLabel}
            </Anchor>
          )}
        </Stack>
      )}
      {request.trackingNumber && (
        <Text size="sm">
          {words.tracking}: <strong>{request.trackingNumber}</strong> · {request.carrier}
        </Text>
      )}
      {request.scans.length > 0 && (
        <List size="sm">
          {request.scans.map((scan) => (
            <List.Item key={scan.id}>
              {words.scan[scan.status]}
              {scan.place ? `, ${scan.place}` : ""} · <DateText at={scan.at} />
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** Line by line as one writes it; what a shop did not say is left out. */
const addressLine = ({ name, street, postalCode, city }: Address) =>
  [name, street, `${postalCode} ${city}`.trim()].filter(Boolean).join(", ");

/** What the inspection found, unit by unit, with what is kept and why. */
function Outcomes({ request, app }: Shown) {
  const words = useWords(returnWords);
  const photos = <Photos request={request} app={app} purpose="INSPECTION" />;
  if (request.units.every(({ inspection }) => inspection === "PENDING")) return photos;
  return (
    <Stack gap={4}>
      <Divider />
      <Text fw={600} size="sm">
        {words.units}
      </Text>
      {request.units.map((unit) => (
        <Group key={unit.id} justify="space-between" align="flex-start">
          <Text size="sm">
            {unit.line.title}: {words.inspection[unit.inspection]}
            {unit.note ? ` · ${unit.note}` : ""}
          </Text>
          {unit.deduction.amountMinor > 0 && (
            <Text size="sm" c="red">
              <MoneyText money={unit.deduction} /> {words.kept}
            </Text>
          )}
        </Group>
      ))}
      {photos}
      {request.type !== "EXCHANGE" && request.type !== "REPLACEMENT" && (
        <Text size="sm" fw={600}>
          {words.comesBack}: <MoneyText money={request.comesBack} />
        </Text>
      )}
    </Stack>
  );
}
