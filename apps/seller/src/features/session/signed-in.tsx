import { useSignIn, useViewer } from "@makegood/graphql/use-session.ts";
import { lazyPage } from "@makegood/ui/lazy-page.tsx";
import { usePersonsLocale } from "@makegood/ui/locale.tsx";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import type { ReactNode } from "react";
import { useAppWords } from "../../words.ts";

const SignInPage = lazyPage(() => import("@makegood/ui/sign-in-page.tsx"), "SignInPage");

/** Shows the app to whoever is signed in, and the sign-in to everybody else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { viewer, error, refetch } = useViewer();
  usePersonsLocale(viewer?.person?.locale);
  if (viewer) return children;
  if (viewer === null) return <SignIn />;
  return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />;
}

function SignIn() {
  const words = useAppWords();
  return <SignInPage title={words.signInTitle} {...useSignIn("seller")} />;
}
