import { Box } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { SearchField } from "./search-field.tsx";

/** Searches as one types; follows what is searched from elsewhere, an address for example. */
export function DebouncedSearch({
  label,
  value,
  search,
}: {
  label: string;
  value: string;
  search: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  // What was searched last, by whomever: only what comes from elsewhere replaces what is being typed.
  const [searched, setSearched] = useState(value);
  const settle = useDebouncedCallback((typed: string) => {
    setSearched(typed);
    search(typed);
  }, 250);
  if (value !== searched) {
    setSearched(value);
    setText(value);
  }
  return (
    // What is typed counts before what is chosen next.
    <Box flex={1} miw={180} onBlur={settle.flush}>
      <SearchField
        label={label}
        value={text}
        change={(typed) => {
          setText(typed);
          settle(typed.trim());
        }}
      />
    </Box>
  );
}
