import { useCommand } from "@makegood/graphql/use-command.ts";
import { platformNow } from "@makegood/ui/platform-time.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSearch } from "wouter";
import { useAppWords } from "../../words.ts";
import { SetStopSwitchDocument } from "./controls.generated.ts";

const hours = [1, 4, 24, 72, 168] as const;

/** Holds refunds back from now on: all, a shop's, or a provider's. */
export function SetStop({ made }: { made: () => void }) {
  const words = useAppWords();
  const shop = new URLSearchParams(useSearch()).get("shop");
  const [open, setOpen] = useState(shop !== null);
  const [scope, setScope] = useState<"ALL" | "SHOP" | "PROVIDER" | "">(shop ? "SHOP" : "");
  const [shopId, setShopId] = useState(shop ?? "");
  const [provider, setProvider] = useState("");
  const [lasting, setLasting] = useState<number>(1);
  const stop = useCommand(SetStopSwitchDocument);
  if (!open)
    return (
      <Group>
        <Button color="red" variant="light" onClick={() => setOpen(true)}>
          {words.stopNow}
        </Button>
      </Group>
    );
  const send = async (reason: string) => {
    if (scope === "") return false;
    const done = await stop.run({
      scope,
      shopId: scope === "SHOP" ? shopId.trim() : null,
      provider: scope === "PROVIDER" ? provider : null,
      reason,
      until: new Date(platformNow().getTime() + lasting * 3_600_000).toISOString(),
    });
    if (done) {
      setOpen(false);
      made();
    }
    return done;
  };
  return (
    <Card>
      <WordsForm
        draftKey="set-stop"
        label={words.stopWhy}
        submit={words.stopDo}
        tone="red"
        busy={stop.loading}
        refusal={stop.refusal}
        back={{ label: words.back, go: () => setOpen(false) }}
        send={send}
      >
        <Group grow align="flex-start">
          <NativeSelect
            label={words.stopWhat}
            value={scope}
            onChange={(event) => setScope(event.currentTarget.value as typeof scope)}
            required
            data={[
              { value: "", label: words.choose },
              ...(["SHOP", "PROVIDER", "ALL"] as const).map((value) => ({
                value,
                label: words.stopScopes[value],
              })),
            ]}
          />
          <NativeSelect
            label={words.stopHowLong}
            value={lasting}
            onChange={(event) => setLasting(Number(event.currentTarget.value))}
            data={hours.map((value) => ({ value: String(value), label: words.hours(value) }))}
          />
        </Group>
        {scope === "SHOP" && (
          <TextInput
            label={words.shopId}
            description={words.shopIdHint}
            required
            value={shopId}
            onChange={(event) => setShopId(event.currentTarget.value)}
          />
        )}
        {scope === "PROVIDER" && (
          <NativeSelect
            label={words.providerName}
            value={provider}
            onChange={(event) => setProvider(event.currentTarget.value)}
            required
            data={[{ value: "", label: words.choose }, "stripe", "sandbox"]}
          />
        )}
      </WordsForm>
    </Card>
  );
}
