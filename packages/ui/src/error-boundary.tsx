import { Alert, Button, Stack, Text } from "@mantine/core";
import { Component, type ReactNode, useEffect, useState } from "react";
import { isLoadFailure, reloadOnce } from "./load-failure.ts";
import { useWords } from "./locale.tsx";
import { Loading } from "./states.tsx";
import { uiWords } from "./words.ts";

interface Props {
  /** Going somewhere else begins anew. */
  place?: string;
  children: ReactNode;
}

/** Keeps a page that failed from taking the whole app along, and says what to do. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ place }: Props) {
    if (place !== this.props.place && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return isLoadFailure(error) ? <NotLoaded /> : <Failed />;
  }
}

const reload = () => location.reload();

/** A part of the app could not be fetched: reloaded by itself once; then told, and again when back online. */
function NotLoaded() {
  const words = useWords(uiWords);
  const [told, setTold] = useState(false);
  useEffect(() => {
    void reloadOnce().then((reloads) => setTold(!reloads));
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, []);
  return told ? <Problem title={words.notLoaded} hint={words.notLoadedHint} /> : <Loading />;
}

function Failed() {
  const words = useWords(uiWords);
  return <Problem title={words.pageFailed} hint={words.pageFailedHint} />;
}

function Problem({ title, hint }: { title: string; hint: string }) {
  const words = useWords(uiWords);
  return (
    <Alert color="red" title={title} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{hint}</Text>
        <Button variant="default" onClick={reload}>
          {words.reload}
        </Button>
      </Stack>
    </Alert>
  );
}
