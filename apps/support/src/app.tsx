import { useConnected } from "@makegood/graphql/provider.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { BackLink, Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { Stack, Title } from "@mantine/core";
import { Route, Router, Switch } from "wouter";
import { ApprovalsPage } from "./features/approvals/approvals-page.tsx";
import { BankPage } from "./features/bank/bank-page.tsx";
import { CasePage } from "./features/case/case-page.tsx";
import { ControlsPage } from "./features/controls/controls-page.tsx";
import { Disputes } from "./features/dispute/disputes.tsx";
import { DriftPage } from "./features/drift/drift-page.tsx";
import { InboxPage } from "./features/inbox/inbox-page.tsx";
import type { DeskOrderViewFragment } from "./features/orders/order.generated.ts";
import { OrderStory } from "./features/orders/order-story.tsx";
import { OrdersPage } from "./features/orders/orders-page.tsx";
import { PromisesPage } from "./features/promises/promises-page.tsx";
import { ProofPage } from "./features/proof/proof-page.tsx";
import { Me } from "./features/session/me.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { useAppWords } from "./words.ts";

const story = (order: DeskOrderViewFragment) => <Disputes order={order} />;

/** Which address shows what. */
export function App() {
  const words = useAppWords();
  const promised = useWords(promiseWords);
  const banks = useWords(repaymentWords);
  const connected = useConnected();
  const tabs = [
    { to: "/", label: words.inbox },
    { to: "/promises", label: promised.promises },
    { to: "/banks", label: banks.bank },
    { to: "/orders", label: words.orders },
    { to: "/books", label: words.books },
    { to: "/approvals", label: words.approvals },
    { to: "/controls", label: words.controls },
    { to: "/me", label: words.me },
  ];
  return (
    <Router base="/support">
      <SignedIn>
        <Shell name={words.name} tabs={tabs} connected={connected} wide>
          <Switch>
            <Route path="/" component={InboxPage} />
            <Route path="/cases/:id">
              {({ id }) => (
                <CasePage
                  id={id}
                  order={(orderId) => <OrderStory id={orderId} returns={story} />}
                />
              )}
            </Route>
            <Route path="/orders" component={OrdersPage} />
            <Route path="/orders/:id/refunds/:refundId/proof">
              {({ id, refundId }) => <ProofPage orderId={id} refundId={refundId} />}
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
      </SignedIn>
    </Router>
  );
}
