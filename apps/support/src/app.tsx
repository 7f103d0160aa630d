import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { lazyPage, usePreload } from "@makegood/ui/lazy-page.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Route, Router, Switch } from "wouter";
import { useApprovalCount } from "./features/approvals/use-approval-count.ts";
import { useDriftCount } from "./features/drift/use-drift-count.ts";
import { deskMoneyWords } from "./features/money/desk-money-words.ts";
import { SignedIn } from "./features/session/signed-in.tsx";
import { useAppWords } from "./words.ts";

/** What the first look does not need comes when it is asked for. */
const ApprovalsPage = lazyPage(
  () => import("./features/approvals/approvals-page.tsx"),
  "ApprovalsPage",
);
const BankPage = lazyPage(() => import("./features/bank/bank-page.tsx"), "BankPage");
const CaseRoute = lazyPage(() => import("./case-route.tsx"), "CaseRoute");
const ControlsPage = lazyPage(
  () => import("./features/controls/controls-page.tsx"),
  "ControlsPage",
);
const DriftPage = lazyPage(() => import("./features/drift/drift-page.tsx"), "DriftPage");
const HoldsPage = lazyPage(() => import("./features/money/holds-page.tsx"), "HoldsPage");
const InboxPage = lazyPage(() => import("./features/inbox/inbox-page.tsx"), "InboxPage");
const Me = lazyPage(() => import("./features/session/me.tsx"), "Me");
const News = lazyPage(() => import("./features/session/news.tsx"), "News");
const OrderRoute = lazyPage(() => import("./order-route.tsx"), "OrderRoute");
const OrdersPage = lazyPage(() => import("./features/orders/orders-page.tsx"), "OrdersPage");
const PayoutsPage = lazyPage(() => import("./features/money/payouts-page.tsx"), "PayoutsPage");
const PromisesPage = lazyPage(
  () => import("./features/promises/promises-page.tsx"),
  "PromisesPage",
);
const RefundProof = lazyPage(() => import("./features/proof/refund-proof.tsx"), "RefundProof");
const ShopMoneyPage = lazyPage(
  () => import("./features/money/shop-money-page.tsx"),
  "ShopMoneyPage",
);
const TermsPage = lazyPage(() => import("./features/money/terms-page.tsx"), "TermsPage");

/** What follows most often. */
const likelyNext = [InboxPage, CaseRoute, OrderRoute];

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
  const shared = useWords(uiWords);
  const connected = useConnected();
  const unread = useUnreadCount();
  usePreload(likelyNext);
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
        <Route path="/cases/:id">{({ id }) => <CaseRoute id={id} />}</Route>
        <Route path="/orders" component={OrdersPage} />
        <Route path="/orders/:id/refunds/:refundId/proof">
          {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
        </Route>
        <Route path="/promises" component={PromisesPage} />
        <Route path="/orders/:id">{({ id }) => <OrderRoute id={id} />}</Route>
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
