import { useConnected } from "@makegood/graphql/provider.tsx";
import { useUnreadCount } from "@makegood/graphql/use-notifications.ts";
import { lazyPage, usePreload } from "@makegood/ui/lazy-page.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { Shell } from "@makegood/ui/shell.tsx";
import { EmptyState } from "@makegood/ui/states.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Route, Router, Switch } from "wouter";
import { OrderList } from "./features/orders/order-list.tsx";
import { SignedIn } from "./features/session/signed-in.tsx";
import { useAppWords } from "./words.ts";

/** What the first look at one's orders does not need comes when it is asked for. */
const CancelPage = lazyPage(() => import("./features/cancellation/cancel-page.tsx"), "CancelPage");
const CaseList = lazyPage(() => import("./features/support/case-list.tsx"), "CaseList");
const CasePage = lazyPage(() => import("./features/support/case-page.tsx"), "CasePage");
const HelpPage = lazyPage(() => import("./features/support/help-page.tsx"), "HelpPage");
const MeRoute = lazyPage(() => import("./me-route.tsx"), "MeRoute");
const News = lazyPage(() => import("./features/session/news.tsx"), "News");
const OrderRoute = lazyPage(() => import("./order-route.tsx"), "OrderRoute");
const RefundProof = lazyPage(() => import("./features/proof/refund-proof.tsx"), "RefundProof");
const ReturnPage = lazyPage(() => import("./features/return/return-page.tsx"), "ReturnPage");
const ShopPage = lazyPage(() => import("./features/order/shop-page.tsx"), "ShopPage");
const WithdrawalPage = lazyPage(
  () => import("./features/withdrawal/withdrawal-page.tsx"),
  "WithdrawalPage",
);

/** What follows most often: an order, and what one can do with it. */
const likelyNext = [OrderRoute, CancelPage, ReturnPage, HelpPage];

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
  const shared = useWords(uiWords);
  const connected = useConnected();
  const unread = useUnreadCount();
  usePreload(likelyNext);
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
          {({ id, refundId }) => <RefundProof orderId={id} refundId={refundId} />}
        </Route>
        <Route path="/orders/:id/help">{({ id }) => <HelpPage id={id} />}</Route>
        <Route path="/orders/:id">{({ id }) => <OrderRoute id={id} />}</Route>
        <Route path="/orders/:id/withdraw">{({ id }) => <WithdrawalPage id={id} />}</Route>
        <Route path="/shops/:id">{({ id }) => <ShopPage id={id} />}</Route>
        <Route path="/news" component={News} />
        <Route path="/help" component={CaseList} />
        <Route path="/help/:id">{({ id }) => <CasePage id={id} />}</Route>
        <Route path="/me" component={MeRoute} />
        <Route>
          <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>
        </Route>
      </Switch>
    </Shell>
  );
}
