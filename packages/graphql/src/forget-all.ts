import type { ApolloClient } from "@apollo/client";

const isAborted = (error: unknown) => (error as { name?: string } | null)?.name === "AbortError";

/**
 * Forgets all that was loaded and asks again for what is shown. The screens go away until it is known
 * who is there, which aborts what was asked for them; coming back, they ask for themselves.
 */
export async function forgetAll(apollo: ApolloClient): Promise<void> {
  try {
    await apollo.resetStore();
  } catch (error) {
    if (!isAborted(error)) throw error;
  }
}
