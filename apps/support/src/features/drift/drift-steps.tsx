import { useWords } from "@makegood/ui/locale.tsx";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import {
  AcceptDriftDocument,
  AdoptDriftRefundDocument,
  AskAboutDriftDocument,
  BookDriftAsUnpaidDocument,
  DeclineDriftAcceptanceDocument,
  type DriftViewFragment,
  OpenDriftCaseDocument,
  ProposeDriftAcceptanceDocument,
} from "./drift.generated.ts";
import { driftWords } from "./drift-words.ts";
import { SettleInSandbox } from "./sandbox-books.tsx";
import { StepButton } from "./step-button.tsx";
import { StepForm } from "./step-form.tsx";

interface Props {
  item: DriftViewFragment;
  changed: () => void;
}

/** What can be done about a difference: the one right step, or leaving it as it is. */
export function DriftSteps({ item, changed }: Props) {
  const words = useWords(driftWords);
  const [leaving, setLeaving] = useState(item.nextStep === "ACCEPT");
  const step = { driftItemId: item.id, changed };
  if (item.status === "ACCEPTANCE_PROPOSED") {
    return (
      <Group align="flex-start">
        <StepButton {...step} document={AcceptDriftDocument} label={words.accept} main />
        <StepButton {...step} document={DeclineDriftAcceptanceDocument} label={words.decline} />
      </Group>
    );
  }
  if (leaving) {
    const back = item.nextStep === "ACCEPT" ? null : () => setLeaving(false);
    return (
      <StepForm
        {...step}
        document={ProposeDriftAcceptanceDocument}
        label={words.proposeReason}
        submit={words.propose}
        back={back}
      />
    );
  }
  return (
    <>
      <RightStep item={item} changed={changed} />
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setLeaving(true)}>
          {words.propose}
        </Button>
      </Group>
    </>
  );
}

function RightStep({ item, changed }: Props) {
  const words = useWords(driftWords);
  const step = { driftItemId: item.id, changed };
  switch (item.nextStep) {
    case "ASK_AGAIN":
      return <StepButton {...step} document={AskAboutDriftDocument} label={words.ask} main />;
    case "SETTLE_AT_PROVIDER":
      return (
        <Group align="flex-start">
          <SettleInSandbox item={item} />
          <StepButton {...step} document={AskAboutDriftDocument} label={words.settled} main />
        </Group>
      );
    case "BOOK_AS_UNPAID":
      return <StepButton {...step} document={BookDriftAsUnpaidDocument} label={words.book} main />;
    case "ADOPT":
      return (
        <StepForm
          {...step}
          document={AdoptDriftRefundDocument}
          label={words.adoptReason}
          submit={words.adopt}
          back={null}
        />
      );
    case "OPEN_CASE":
      return (
        <StepForm
          {...step}
          document={OpenDriftCaseDocument}
          label={words.caseMessage}
          submit={words.openCase}
          back={null}
        />
      );
    default:
      return null;
  }
}
