import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

/** Searches as one types; follows what is searched from elsewhere, an address for example. */
export function SearchInput({
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
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value.trim());
      }}
      // What is typed counts before what is chosen next.
      onBlur={settle.flush}
      flex={1}
      miw={180}
    />
  );
}
