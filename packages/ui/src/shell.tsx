import { Anchor, Box, Container, Group, Notification, Text } from "@mantine/core";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useWords } from "./locale.tsx";
import { Loading } from "./states.tsx";
import { usePageTitle } from "./use-page-title.ts";
import { uiWords } from "./words.ts";

export interface Tab {
  to: string;
  label: string;
}

/** On another page one begins at its top, with the keyboard, too; going back leaves one where one was. */
function useBeginning(location: string) {
  const main = useRef<HTMLDivElement>(null);
  const seen = useRef(location);
  const wentBack = useRef(false);
  useEffect(() => {
    const back = () => {
      wentBack.current = true;
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  useEffect(() => {
    if (seen.current === location) return;
    seen.current = location;
    main.current?.focus({ preventScroll: true });
    if (!wentBack.current) window.scrollTo(0, 0);
    wentBack.current = false;
  }, [location]);
  return main;
}

/** The frame of an app: its name, its places (at the thumb on a phone), and the page. */
export function Shell({
  name,
  tabs,
  connected,
  wide = false,
  children,
}: {
  name: string;
  tabs: Tab[];
  connected: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  const words = useWords(uiWords);
  const [location] = useLocation();
  const places = useRef<HTMLElement>(null);
  const main = useBeginning(location);
  usePageTitle(main, name);
  const labels = tabs.map(({ label }) => label).join();
  // On a phone there are more places than fit: the one we are at is brought into sight.
  useEffect(() => {
    places.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView?.({ inline: "center", block: "nearest" });
  }, [location, labels]);
  const isHere = ({ to }: Tab) =>
    to === "/"
      ? location === "/" ||
        (location.startsWith("/orders") && !tabs.some((tab) => tab.to === "/orders"))
      : location.startsWith(to);
  return (
    <Box pb={{ base: 84, sm: 32 }}>
      <Box
        component="header"
        bg="var(--mantine-color-body)"
        style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
      >
        <Container size={wide ? "xl" : "sm"} py="xs">
          <Group justify="space-between" wrap="nowrap">
            <Text
              fw={700}
              component={Link}
              href="/"
              style={{ textDecoration: "none", color: "inherit" }}
            >
              {name}
            </Text>
            <nav ref={places} className="mg-tabs" aria-label={name}>
              {tabs.map((tab) => (
                <Link key={tab.to} href={tab.to} aria-current={isHere(tab) ? "page" : undefined}>
                  {tab.label}
                </Link>
              ))}
            </nav>
          </Group>
        </Container>
      </Box>
      <Container
        component="main"
        ref={main}
        tabIndex={-1}
        size={wide ? "xl" : "sm"}
        pt="lg"
        style={{ outline: "none" }}
      >
        <ErrorBoundary place={location}>
          <Suspense fallback={<Loading />}>{children}</Suspense>
        </ErrorBoundary>
      </Container>
      {!connected && (
        <Notification
          withCloseButton={false}
          color="yellow"
          pos="fixed"
          top={12}
          right={12}
          role="status"
          style={{ zIndex: 200, pointerEvents: "none" }}
        >
          {words.offline}
        </Notification>
      )}
    </Box>
  );
}

/** The way back to where one came from. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} href={to} size="sm">
      ← {label}
    </Anchor>
  );
}
