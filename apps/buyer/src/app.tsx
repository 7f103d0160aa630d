import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState, Loading } from "@makegood/ui/states.tsx";
import { lazy, Suspense } from "react";
import { Route, Router, Switch } from "wouter";
import { FeedbackCard } from "./features/feedback/feedback-card.tsx";
import { OrderPage } from "./features/order/order-page.tsx";
import { OrderList } from "./features/orders/order-list.tsx";
import { RefundChoices } from "./features/refund/refund-choices.tsx";
import { StoreCreditCard } from "./features/refund/store-credit-card.tsx";
import { Escalate } from "./features/return/escalate.tsx";
import { Returns } from "./features/return/returns.tsx";
import { Me } from "./features/session/me.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { useAppWords } from "./words.ts";

/** What the first look at one's orders does not need comes when it is asked for. */
const CancelPage = lazy(async () => ({
  default: (await import("./features/cancellation/cancel-page.tsx")).CancelPage,
}));
const CaseList = lazy(async () => ({
  default: (await import("./features/support/case-list.tsx")).CaseList,
}));
const CasePage = lazy(async () => ({
  default: (await import("./features/support/case-page.tsx")).CasePage,
}));
const HelpPage = lazy(async () => ({
  default: (await import("./features/support/help-page.tsx")).HelpPage,
}));
const News = lazy(async () => ({
  default: (await import("./features/session/news.tsx")).News,
}));
const RefundProof = lazy(async () => ({
  default: (await import("./features/proof/refund-proof.tsx")).RefundProof,
}));
const ReturnPage = lazy(async () => ({
  default: (await import("./features/return/return-page.tsx")).ReturnPage,
}));
const ShopPage = lazy(async () => ({
  default: (await import("./features/order/shop-page.tsx")).ShopPage,
}));
const WithdrawalPage = lazy(async () => ({
  default: (await import("./features/withdrawal/withdrawal-page.tsx")).WithdrawalPage,
}));

/** Which address shows what. */
export function App() {
  return (
    <Router base="/buyer">
      <SignedIn>
        <Portal />
      </SignedIn>
    </Router>
  );
}

function Portal() {
  const words = useAppWords();
  const shared = useWords(returnWords);
  const connected = useConnected();
  const unread = useUnreadCount();
  const tabs = [
    { to: "/", label: words.orders },
    { to: "/news", label: shared.newsCount(unread) },
    { to: "/help", label: words.help },
    { to: "/me", label: words.me },
  ];
  return (
    <Shell name={words.name} tabs={tabs} connected={connected}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={OrderList} />
          <Route path="/orders/:id/cancel">{({ id }) => <CancelPage id={id} />}</Route>
          <Route path="/orders/:id/return">{({ id }) => <ReturnPage id={id} />}</Route>
          <Route path="/orders/:id/refunds/:refundId/proof">
            {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
          </Route>
          <Route path="/orders/:id/help">{({ id }) => <HelpPage id={id} />}</Route>
          <Route path="/orders/:id">
            {({ id }) => (
              <OrderPage
                id={id}
                feedback={(order) => <FeedbackCard order={order} />}
                returns={(order) => <Returns order={order} />}
                choices={(refund) => <RefundChoices refund={refund} />}
                escalate={(cancellationId) => <Escalate subjectId={cancellationId} orderId={id} />}
              />
            )}
          </Route>
          <Route path="/orders/:id/withdraw">{({ id }) => <WithdrawalPage id={id} />}</Route>
          <Route path="/shops/:id">{({ id }) => <ShopPage id={id} />}</Route>
          <Route path="/news" component={News} />
          <Route path="/help" component={CaseList} />
          <Route path="/help/:id">{({ id }) => <CasePage id={id} />}</Route>
          <Route path="/me">{() => <Me credit={<StoreCreditCard />} />}</Route>
          <Route>
            <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
