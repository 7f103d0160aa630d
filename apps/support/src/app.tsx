import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { returnWords } from "@makegood/ui/return-words.ts";
import { BackLink, Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { Stack, Title } from "@mantine/core";
import { Route, Router, Switch } from "wouter";
import { ApprovalsPage } from "./features/approvals/approvals-page.tsx";
import { useApprovalCount } from "./features/approvals/use-approval-count.ts";
import { BankPage } from "./features/bank/bank-page.tsx";
import { CasePage } from "./features/case/case-page.tsx";
import { ControlsPage } from "./features/controls/controls-page.tsx";
import { Disputes } from "./features/dispute/disputes.tsx";
import { DriftPage } from "./features/drift/drift-page.tsx";
import { useDriftCount } from "./features/drift/use-drift-count.ts";
import { InboxPage } from "./features/inbox/inbox-page.tsx";
import { deskMoneyWords } from "./features/money/desk-money-words.ts";
import { HoldsPage } from "./features/money/holds-page.tsx";
import { PayoutsPage } from "./features/money/payouts-page.tsx";
import { ShopMoneyPage } from "./features/money/shop-money-page.tsx";
import { TermsPage } from "./features/money/terms-page.tsx";
import { OrderStory } from "./features/orders/order-story.tsx";
import type { DeskOrderViewFragment } from "./features/orders/order-view.generated.ts";
import { OrdersPage } from "./features/orders/orders-page.tsx";
import { PromisesPage } from "./features/promises/promises-page.tsx";
import { RefundProof } from "./features/proof/refund-proof.tsx";
import { Me } from "./features/session/me.tsx";
import { News } from "./features/session/news.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { useAppWords } from "./words.ts";

const story = (order: DeskOrderViewFragment) => <Disputes order={order} />;

/** Which address shows what. */
export function App() {
  return (
    <Router base="/support">
      <SignedIn>
        <Desk />
      </SignedIn>
    </Router>
  );
}

function Desk() {
  const words = useAppWords();
  const promised = useWords(promiseWords);
  const banks = useWords(repaymentWords);
  const money = useWords(deskMoneyWords);
  const shared = useWords(returnWords);
  const connected = useConnected();
  const unread = useUnreadCount();
  const toApprove = useApprovalCount();
  const differ = useDriftCount();
  const tabs = [
    { to: "/", label: words.inbox },
    { to: "/news", label: shared.newsCount(unread) },
    { to: "/promises", label: promised.promises },
    { to: "/banks", label: banks.bank },
    { to: "/orders", label: words.orders },
    { to: "/money", label: money.money },
    { to: "/books", label: words.booksCount(differ) },
    { to: "/approvals", label: words.approvalsCount(toApprove) },
    { to: "/controls", label: words.controls },
    { to: "/me", label: words.me },
  ];
  return (
    <Shell name={words.name} tabs={tabs} connected={connected} wide>
      <Switch>
        <Route path="/" component={InboxPage} />
        <Route path="/cases/:id">
          {({ id }) => (
            <CasePage id={id} order={(orderId) => <OrderStory id={orderId} returns={story} />} />
          )}
        </Route>
        <Route path="/orders" component={OrdersPage} />
        <Route path="/orders/:id/refunds/:refundId/proof">
          {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
        </Route>
        <Route path="/promises" component={PromisesPage} />
        <Route path="/orders/:id">
          {({ id }) => (
            <Stack>
              <BackLink to="/orders" label={words.orders} />
              <Title order={1}>{words.theOrder}</Title>
              <OrderStory id={id} returns={story} />
            </Stack>
          )}
        </Route>
        <Route path="/news" component={News} />
        <Route path="/money" component={PayoutsPage} />
        <Route path="/money/held" component={HoldsPage} />
        <Route path="/money/terms" component={TermsPage} />
        <Route path="/money/shops/:id">{({ id }) => <ShopMoneyPage id={id} />}</Route>
        <Route path="/books" component={DriftPage} />
        <Route path="/banks" component={BankPage} />
        <Route path="/approvals" component={ApprovalsPage} />
        <Route path="/controls" component={ControlsPage} />
        <Route path="/me" component={Me} />
        <Route>
          <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>
        </Route>
      </Switch>
    </Shell>
  );
}
