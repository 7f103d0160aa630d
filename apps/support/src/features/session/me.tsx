import { useSignOut, useSpokenLanguage, useViewer } from "@makegood/graphql/use-session.ts";
import { MePage } from "@makegood/ui/me-page.tsx";

/** The person's own page. */
export function Me() {
  const { viewer } = useViewer();
  const signOut = useSignOut();
  const speak = useSpokenLanguage();
  return (
    <MePage
      person={viewer?.person ?? null}
      onLocale={(locale) => void speak(locale)}
      signOut={() => void signOut()}
    />
  );
}
