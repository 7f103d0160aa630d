import {
  type Grade,
  type ReceivedAs,
  suggestDisposition,
} from "@makegood/domain/return/suggest-disposition";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import {
  Button,
  Fieldset,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from "@mantine/core";
import "@mantine/core/styles/Fieldset.css";
import { useState } from "react";
import { InspectReturnDocument, type ShopReturnViewFragment } from "./return.generated.ts";

type Outcome = "ACCEPTED" | "ACCEPTED_WITH_DEDUCTION" | "REJECTED";

interface Finding {
  reception: ReceivedAs;
  inspection: Outcome;
  grade: Grade;
  deductionMinor: number;
  note: string;
}

const untouched: Finding = {
  reception: "RECEIVED",
  inspection: "ACCEPTED",
  grade: "A",
  deductionMinor: 0,
  note: "",
};

/** What became of every unit. Big targets: it is done standing, with a phone in one hand. */
export function InspectReturn({
  request,
  orderId,
}: {
  request: ShopReturnViewFragment;
  orderId: string;
}) {
  const words = useWords(returnWords);
  const [findings, setFindings] = useState<Record<string, Finding>>({});
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const inspect = useCommand(InspectReturnDocument);
  const of = (unitId: string) => findings[unitId] ?? untouched;
  const set = (unitId: string, change: Partial<Finding>) =>
    setFindings({ ...findings, [unitId]: { ...of(unitId), ...change } });
  const submit = () =>
    inspect.run({
      returnId: request.id,
      photoIds: photos.map(({ id }) => id),
      units: request.units.map(({ id }) => {
        const { reception, inspection, grade, deductionMinor, note } = of(id);
        return {
          unitId: id,
          reception,
          inspection: reception === "RECEIVED" ? inspection : "REJECTED",
          grade,
          deductionMinor: inspection === "ACCEPTED_WITH_DEDUCTION" ? deductionMinor : 0,
          note: note.trim() || null,
          disposition: suggestDisposition(reception, grade),
        };
      }),
    });
  const receptions = (["RECEIVED", "MISSING", "WRONG_ITEM"] as const).map((value) => ({
    value,
    label: words.reception[value],
  }));
  const outcomes = (["ACCEPTED", "ACCEPTED_WITH_DEDUCTION", "REJECTED"] as const).map((value) => ({
    value,
    label: words.inspection[value],
  }));
  return (
    <Form onSubmit={() => submit()}>
      <Stack gap="sm">
        <Text fw={600}>{words.inspect}</Text>
        <SimpleGrid type="container" cols={{ base: 1, "40rem": 2, "58rem": 3 }}>
          {request.units.map(({ id, line, gross }, index) => {
            const finding = of(id);
            const came = finding.reception === "RECEIVED";
            return (
              <Fieldset key={id} legend={`${index + 1} · ${line.title}`}>
                <Stack gap="sm">
                  <SegmentedControl
                    fullWidth
                    color="pine"
                    orientation="vertical"
                    aria-label={line.title}
                    data={receptions}
                    value={finding.reception}
                    onChange={(value) => set(id, { reception: value as ReceivedAs })}
                  />
                  {came && (
                    <SegmentedControl
                      fullWidth
                      color="pine"
                      orientation="vertical"
                      aria-label={words.units}
                      data={outcomes}
                      value={finding.inspection}
                      onChange={(value) => set(id, { inspection: value as Outcome })}
                    />
                  )}
                  {came && (
                    <NativeSelect
                      label={words.grade}
                      value={finding.grade}
                      onChange={(event) => set(id, { grade: event.currentTarget.value as Grade })}
                      data={Object.entries(words.grades).map(([value, label]) => ({
                        value,
                        label,
                      }))}
                    />
                  )}
                  {came && finding.inspection === "ACCEPTED_WITH_DEDUCTION" && (
                    <AmountInput
                      label={words.deduction}
                      currency={gross.currency}
                      value={finding.deductionMinor}
                      onChange={(deductionMinor) => set(id, { deductionMinor })}
                    />
                  )}
                  {(!came || finding.inspection !== "ACCEPTED") && (
                    <Textarea
                      label={words.noteForBuyer}
                      required
                      autosize
                      minRows={2}
                      maxLength={2000}
                      value={finding.note}
                      onChange={(event) => set(id, { note: event.currentTarget.value })}
                    />
                  )}
                </Stack>
              </Fieldset>
            );
          })}
        </SimpleGrid>
        <PhotoPicker
          app="seller"
          orderId={orderId}
          label={words.photos}
          photos={photos}
          onChange={setPhotos}
        />
        {inspect.refusal && <RefusalNotice refusal={inspect.refusal} />}
        <Button type="submit" size="md" loading={inspect.loading}>
          {words.inspectDo}
        </Button>
      </Stack>
    </Form>
  );
}
