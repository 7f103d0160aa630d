import type { DisputeStatus } from "@makegood/domain/dispute/dispute-machine";
import { Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { NextActionNote } from "./next-action-note.tsx";
import { type GivenPhoto, PhotoStrip } from "./photo-picker.tsx";
import { returnWords } from "./return-words.ts";
import { StatusBadge } from "./status-badge.tsx";
import { type MoneyLike, MoneyText } from "./texts.tsx";

export interface DisputeView {
  id: string;
  status: DisputeStatus;
  buyerStatement: string;
  sellerResponse?: string | null;
  ruledFor?: "BUYER" | "SELLER" | "SPLIT" | null;
  ruledAmount?: MoneyLike | null;
  rulingReason?: string | null;
  appealStatement?: string | null;
  photos: GivenPhoto[];
  nextAction?: { sentence: string; deadline?: string | null; onTimeout?: string | null } | null;
}

/** A disagreement: what each side says, what was ruled and why. */
export function DisputeCard({
  dispute,
  app,
  children,
}: {
  dispute: DisputeView;
  app: "buyer" | "seller" | "support";
  children?: ReactNode;
}) {
  const words = useWords(returnWords);
  const says = (who: string, text: string | null | undefined) =>
    text && (
      <Text size="sm">
        <strong>{who}:</strong> {text}
      </Text>
    );
  const photosOf = (buyer: boolean) =>
    dispute.photos.filter(({ givenBy }) => (givenBy === "BUYER") === buyer);
  return (
    <Card component="section" aria-label={words.dispute}>
      <Stack gap="sm" aria-live="polite">
        <Group justify="space-between">
          <Title order={2}>{words.dispute}</Title>
          <StatusBadge status={dispute.status} />
        </Group>
        {dispute.nextAction && <NextActionNote next={dispute.nextAction} />}
        {says(words.buyerSays, dispute.buyerStatement)}
        <PhotoStrip app={app} photos={photosOf(true)} />
        {says(words.sellerSays, dispute.sellerResponse)}
        <PhotoStrip app={app} photos={photosOf(false)} />
        {dispute.ruledFor && (
          <Text size="sm">
            <strong>
              {words.ruling}: {words.ruleFor[dispute.ruledFor]}
              {dispute.ruledAmount && (
                <>
                  {" "}
                  (<MoneyText money={dispute.ruledAmount} />)
                </>
              )}
            </strong>{" "}
            {dispute.rulingReason}
          </Text>
        )}
        {says(words.appealed, dispute.appealStatement)}
        {children}
      </Stack>
    </Card>
  );
}
