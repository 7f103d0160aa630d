import { Button, type ButtonProps } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

/** Asks for the next page of a list, as long as there is one. */
export function MoreButton({
  page,
  busy,
  more,
  mt,
}: {
  page: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  busy: boolean;
  more: (after: string | null) => unknown;
  mt?: ButtonProps["mt"];
}) {
  const words = useWords(uiWords);
  if (!page?.hasNextPage) return null;
  return (
    <Button
      variant="default"
      mt={mt}
      loading={busy}
      onClick={() => void more(page.endCursor ?? null)}
    >
      {words.more}
    </Button>
  );
}
