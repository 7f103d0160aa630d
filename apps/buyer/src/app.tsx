import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { Route, Router, Switch } from "wouter";
import { CancelPage } from "./features/cancellation/cancel-page.tsx";
import { FeedbackCard } from "./features/feedback/feedback-card.tsx";
import { OrderPage } from "./features/order/order-page.tsx";
import { ShopPage } from "./features/order/shop-page.tsx";
import { OrderList } from "./features/orders/order-list.tsx";
import { ProofPage } from "./features/proof/proof-page.tsx";
import { RefundChoices } from "./features/refund/refund-choices.tsx";
import { StoreCreditCard } from "./features/refund/store-credit-card.tsx";
import { Escalate } from "./features/return/escalate.tsx";
import { ReturnPage } from "./features/return/return-page.tsx";
import { Returns } from "./features/return/returns.tsx";
import { Me } from "./features/session/me.tsx";
import { News } from "./features/session/news.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { CaseList } from "./features/support/case-list.tsx";
import { CasePage } from "./features/support/case-page.tsx";
import { HelpPage } from "./features/support/help-page.tsx";
import { WithdrawalPage } from "./features/withdrawal/withdrawal-page.tsx";
import { useAppWords } from "./words.ts";

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
      <Switch>
        <Route path="/" component={OrderList} />
        <Route path="/orders/:id/cancel">{({ id }) => <CancelPage id={id} />}</Route>
        <Route path="/orders/:id/return">{({ id }) => <ReturnPage id={id} />}</Route>
        <Route path="/orders/:id/refunds/:refundId/proof">
          {({ id, refundId }) => <ProofPage orderId={id} refundId={refundId} />}
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
    </Shell>
  );
}
