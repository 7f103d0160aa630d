import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import type { AppName } from "./client.ts";
import { forgetAll } from "./forget-all.ts";
import { useMakegoodClient } from "./provider.tsx";
import {
  SandboxPeopleDocument,
  SignInDocument,
  SignOutDocument,
  UpdateProfileDocument,
  ViewerDocument,
} from "./session.generated.ts";

/** Who is signed in to this app; null for a stranger, undefined until it is known. */
export function useViewer() {
  const { data, loading, error, refetch } = useQuery(ViewerDocument);
  const { own } = useMakegoodClient();
  const viewer = data?.viewer;
  // Before anything below reads a draft.
  if (viewer?.person) own.belongTo(viewer.person.id);
  const known = viewer ? (viewer.kind === "ANONYMOUS" ? null : viewer) : undefined;
  return { viewer: known, loading, error, refetch };
}

/** Signing in, whom a sandbox offers, and why the last try failed. */
export function useSignIn(app: AppName) {
  const { data } = useQuery(SandboxPeopleDocument);
  // Kept out of the cache: the app shall not appear before everything begins afresh.
  const [ask] = useMutation(SignInDocument, { fetchPolicy: "no-cache" });
  const [message, setMessage] = useState<string | null>(null);
  const { session } = useMakegoodClient();
  const signIn = async (email: string, password: string) => {
    try {
      const answer = await ask({ variables: { input: { email, password } } });
      const result = answer.data?.signIn;
      if (result?.__typename === "SignInSuccess") await session.begun();
      else setMessage(result && "message" in result ? result.message : null);
    } catch (error) {
      setMessage((error as Error).message);
    }
  };
  const people = data?.sandbox?.signIns.filter((person) => person.app === app) ?? [];
  return { people, message, signIn };
}

export function useSignOut(): () => Promise<void> {
  const [ask] = useMutation(SignOutDocument, { fetchPolicy: "no-cache" });
  const { session } = useMakegoodClient();
  return async () => {
    await ask();
    await session.ended();
  };
}

/** Chooses the language in which the API speaks to this person. */
export function useSpokenLanguage(): (locale: "en" | "pt-BR") => Promise<void> {
  const { apollo } = useMakegoodClient();
  const [ask] = useMutation(UpdateProfileDocument);
  return async (locale) => {
    await ask({ variables: { input: { locale: locale === "en" ? "EN" : "PT_BR" } } });
    await forgetAll(apollo);
  };
}
