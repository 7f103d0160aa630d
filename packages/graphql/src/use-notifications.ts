import { useMutation, useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import {
  ChooseEmailDocument,
  EmailChoiceDocument,
  MarkNotificationsReadDocument,
  NotificationsDocument,
  UnreadNotificationsDocument,
} from "./session.generated.ts";

const pollMs = 20_000;

/** How many things happened that the person has not looked at yet; 0 for a stranger. */
export function useUnreadCount(): number {
  const { data } = useQuery(UnreadNotificationsDocument, {
    pollInterval: pollMs,
    // Beside the cache: there, it would cut the list that the page shows to its one item.
    fetchPolicy: "no-cache",
  });
  return data?.notifications.unreadCount ?? 0;
}

/** What happened, newest first. Looking at it counts as reading it. */
export function useNotifications() {
  const { data, loading, error, refetch, fetchMore } = useQuery(NotificationsDocument, {
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
  });
  const [markRead] = useMutation(MarkNotificationsReadDocument, {
    refetchQueries: [UnreadNotificationsDocument],
  });
  const unread = data?.notifications.unreadCount ?? 0;
  useEffect(() => {
    if (unread > 0) void markRead();
  }, [unread, markRead]);
  const page = data?.notifications;
  const more = page?.pageInfo.hasNextPage
    ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor ?? null } })
    : null;
  return { items: page?.edges.map(({ node }) => node) ?? null, loading, error, refetch, more };
}

/** Whether the person wants e-mails, and how to change that. */
export function useEmailChoice() {
  const { data } = useQuery(EmailChoiceDocument);
  const [ask] = useMutation(ChooseEmailDocument);
  const wanted = data?.viewer.person?.notifyByEmail ?? null;
  const choose = (notifyByEmail: boolean) => void ask({ variables: { input: { notifyByEmail } } });
  return { wanted, choose };
}
