import { useEmailChoice, useNotifications } from "@makegood/graphql/use-notifications.ts";
import { NotificationList } from "@makegood/ui/notification-list.tsx";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";

/** What the person was told. */
export function News() {
  const { items, error, refetch, more } = useNotifications();
  const email = useEmailChoice();
  if (error && !items) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!items) return <Loading />;
  return <NotificationList items={items} more={more} email={email} />;
}
