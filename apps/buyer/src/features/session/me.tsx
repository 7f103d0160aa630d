import { useSandboxClock } from "@makegood/graphql/use-sandbox-clock.ts";
import { useSignOut, useSpokenLanguage, useViewer } from "@makegood/graphql/use-session.ts";
import { MePage } from "@makegood/ui/me-page.tsx";
import { SandboxClockCard } from "@makegood/ui/sandbox-clock-card.tsx";
import type { ReactNode } from "react";

/** The person's own page. */
export function Me({ credit }: { credit: ReactNode }) {
  const { viewer } = useViewer();
  const signOut = useSignOut();
  const clock = useSandboxClock();
  const speak = useSpokenLanguage();
  return (
    <MePage
      person={viewer?.person ?? null}
      onLocale={(locale) => void speak(locale)}
      signOut={() => void signOut()}
    >
      {credit}
      {clock && <SandboxClockCard {...clock} />}
    </MePage>
  );
}
