import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { lazyPage, usePreload } from "@makegood/ui/lazy-page.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Route, Router, Switch } from "wouter";
import { SignedIn } from "./features/session/signed-in.tsx";
import { ChosenShop, useShop } from "./features/session/use-shop.ts";
import { useAppWords } from "./words.ts";

/** What the first look does not need comes when it is asked for. */
const FeedbackPage = lazyPage(
  () => import("./features/feedback/feedback-page.tsx"),
  "FeedbackPage",
);
const KeysPage = lazyPage(() => import("./features/keys/keys-page.tsx"), "KeysPage");
const Me = lazyPage(() => import("./features/session/me.tsx"), "Me");
const MoneyPage = lazyPage(() => import("./features/money/money-page.tsx"), "MoneyPage");
const News = lazyPage(() => import("./features/session/news.tsx"), "News");
const OrderRoute = lazyPage(() => import("./order-route.tsx"), "OrderRoute");
const OrdersPage = lazyPage(() => import("./features/orders/orders-page.tsx"), "OrdersPage");
const PolicyPage = lazyPage(() => import("./features/policy/policy-page.tsx"), "PolicyPage");
const PromisesPage = lazyPage(
  () => import("./features/promises/promises-page.tsx"),
  "PromisesPage",
);
const QueueRoute = lazyPage(() => import("./queue-route.tsx"), "QueueRoute");
const RefundProof = lazyPage(() => import("./features/proof/refund-proof.tsx"), "RefundProof");

/** What follows most often. */
const likelyNext = [OrderRoute, OrdersPage, QueueRoute];

/** Which address shows what. */
export function App() {
  const [shopId, choose] = useState("");
  return (
    <Router base="/seller">
      <SignedIn>
        <ChosenShop value={{ id: shopId, choose }}>
          <Console />
        </ChosenShop>
      </SignedIn>
    </Router>
  );
}

function Console() {
  const words = useAppWords();
  const connected = useConnected();
  const { shop, memberships, choose } = useShop();
  const shared = useWords(uiWords);
  const promised = useWords(promiseWords);
  const unread = useUnreadCount();
  usePreload(likelyNext);
  const tabs = [
    { to: "/", label: words.queue },
    { to: "/orders", label: words.orders },
    { to: "/news", label: shared.newsCount(unread) },
    { to: "/money", label: words.money },
    { to: "/policy", label: words.policy },
    { to: "/feedback", label: words.feedback },
    { to: "/promises", label: promised.promises },
    { to: "/keys", label: words.keys },
    { to: "/me", label: words.me },
  ];
  return (
    <Shell name={shop?.name ?? words.name} tabs={tabs} connected={connected} wide>
      {memberships.length > 1 && (
        <NativeSelect
          label={words.shop}
          mb="md"
          value={shop?.id ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
          data={memberships.map(({ shop: { id, name } }) => ({ value: id, label: name }))}
        />
      )}
      <Switch>
        <Route path="/" component={QueueRoute} />
        <Route path="/orders" component={OrdersPage} />
        <Route path="/orders/:id/refunds/:refundId/proof">
          {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
        </Route>
        <Route path="/promises" component={PromisesPage} />
        <Route path="/orders/:id">{({ id }) => <OrderRoute id={id} />}</Route>
        <Route path="/news" component={News} />
        <Route path="/money" component={MoneyPage} />
        <Route path="/policy" component={PolicyPage} />
        <Route path="/feedback" component={FeedbackPage} />
        <Route path="/keys" component={KeysPage} />
        <Route path="/me" component={Me} />
        <Route>
          <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>
        </Route>
      </Switch>
    </Shell>
  );
}
