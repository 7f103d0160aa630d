import { Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { focusUnreadable } from "./amount-input.tsx";
import { MissingNote } from "./missing-note.tsx";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a field is called, and of which thing it is where there are several alike. */
function nameOf(field: Field): string {
  const label = (field.labels?.[0]?.textContent ?? field.ariaLabel ?? "").replace(/\s*\*$/, "");
  const of = field.closest("fieldset")?.querySelector("legend")?.textContent;
  return of ? `${of}: ${label}` : label;
}

/** A form that names what is still to be filled in with the app's own words, and keeps all that was. */
export function Form({
  onSubmit,
  autoComplete,
  children,
}: {
  onSubmit: () => unknown;
  autoComplete?: "off";
  children: ReactNode;
}) {
  const [missing, setMissing] = useState<string[]>([]);
  return (
    <form
      noValidate
      autoComplete={autoComplete ?? "on"}
      onSubmit={(event) => {
        event.preventDefault();
        const needed = event.currentTarget.querySelectorAll<Field>("input, textarea");
        const empty = [...needed].filter((field) => field.required && field.value.trim() === "");
        setMissing(empty.map(nameOf));
        if (empty[0]) empty[0].focus();
        else if (!focusUnreadable(event.currentTarget)) void onSubmit();
      }}
    >
      <Stack gap="sm">
        {children}
        <MissingNote missing={missing} />
      </Stack>
    </form>
  );
}
