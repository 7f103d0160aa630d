import { useSavedViews } from "@makegood/graphql/use-saved-views.ts";
import { DebouncedSearch } from "@makegood/ui/debounced-search.tsx";
import { SavedViews } from "@makegood/ui/saved-views.tsx";
import { Chip, Group, NativeSelect, Stack } from "@mantine/core";
import { useSearchParams } from "wouter";
import { useAppWords } from "../../words.ts";
import type { QueueItemViewFragment } from "./queue.generated.ts";

type Kind = QueueItemViewFragment["kind"];

/** What of the queue is shown: all of it in the address, so that it can be kept, sent and gone back to. */
export function useQueueFilter() {
  const words = useAppWords();
  const [search, setSearch] = useSearchParams();
  const kind = (Object.keys(words.kinds) as Kind[]).find((name) => name === search.get("kind"));
  const within = search.get("within") === "24" || search.get("within") === "72";
  const withinHours = within ? Number(search.get("within")) : null;
  const set = (name: "kind" | "within" | "q", value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return {
    kind: kind ?? null,
    withinHours,
    text: search.get("q")?.trim() || null,
    address: search.toString(),
    set,
    open: (address: string) => setSearch(new URLSearchParams(address)),
  };
}

export function QueueFilters({
  filter,
  changed,
}: {
  filter: ReturnType<typeof useQueueFilter>;
  changed: () => void;
}) {
  const words = useAppWords();
  const { views, save, forget, refusal } = useSavedViews("QUEUE");
  const set: typeof filter.set = (name, value) => {
    changed();
    filter.set(name, value);
  };
  return (
    <Stack gap="sm">
      <SavedViews
        views={views}
        search={filter.address}
        open={(address) => {
          changed();
          filter.open(address);
        }}
        save={(name) => save(name, filter.address)}
        forget={(id) => void forget(id)}
        problem={refusal?.message ?? null}
      />
      <Chip.Group
        value={filter.kind ?? "ALL"}
        onChange={(value) => set("kind", value === "ALL" ? "" : String(value))}
      >
        <Group gap="xs" className="mg-chips">
          <Chip value="ALL">{words.all}</Chip>
          {Object.entries(words.kinds).map(([value, label]) => (
            <Chip key={value} value={value}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="xs">
        <DebouncedSearch
          label={words.searchQueue}
          value={filter.text ?? ""}
          search={(text) => set("q", text)}
        />
        <NativeSelect
          aria-label={words.due.any}
          value={String(filter.withinHours ?? "any")}
          data={Object.entries(words.due).map(([value, label]) => ({ value, label }))}
          onChange={(event) =>
            set("within", event.currentTarget.value === "any" ? "" : event.currentTarget.value)
          }
        />
      </Group>
    </Stack>
  );
}
