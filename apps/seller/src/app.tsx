import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { DisputeCard } from "@makegood/ui/dispute-card.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { ReturnCard } from "@makegood/ui/return-card.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Route, Router, Switch } from "wouter";
import { FeedbackPage } from "./features/feedback/feedback-page.tsx";
import { KeysPage } from "./features/keys/keys-page.tsx";
import { MoneyPage } from "./features/money/money-page.tsx";
import { OrderPage } from "./features/order/order-page.tsx";
import { OrdersPage } from "./features/orders/orders-page.tsx";
import { PolicyPage } from "./features/policy/policy-page.tsx";
import { PromisesPage } from "./features/promises/promises-page.tsx";
import { RefundProof } from "./features/proof/refund-proof.tsx";
import { DecideRequest } from "./features/queue/decide-card.tsx";
import { QueuePage } from "./features/queue/queue-page.tsx";
import { AnswerDispute } from "./features/return/answer-dispute.tsx";
import { DecideReturn } from "./features/return/decide-return.tsx";
import { ShopReturns } from "./features/return/shop-returns.tsx";
import { Me } from "./features/session/me.tsx";
import { News } from "./features/session/news.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { ChosenShop, useShop } from "./features/session/use-shop.ts";
import { useAppWords } from "./words.ts";

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
  const shared = useWords(returnWords);
  const promised = useWords(promiseWords);
  const unread = useUnreadCount();
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
        <Route path="/">
          <QueuePage
            returns={(request, orderId) => (
              <ReturnCard request={request} app="seller">
                <DecideReturn request={request} orderId={orderId} />
              </ReturnCard>
            )}
            disputes={(dispute, orderId) => (
              <DisputeCard dispute={dispute} app="seller">
                <AnswerDispute dispute={dispute} orderId={orderId} />
              </DisputeCard>
            )}
          />
        </Route>
        <Route path="/orders" component={OrdersPage} />
        <Route path="/orders/:id/refunds/:refundId/proof">
          {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
        </Route>
        <Route path="/promises" component={PromisesPage} />
        <Route path="/orders/:id">
          {({ id }) => (
            <OrderPage
              id={id}
              decide={(request, decided) => <DecideRequest request={request} decided={decided} />}
              returns={(order) => <ShopReturns order={order} />}
            />
          )}
        </Route>
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
