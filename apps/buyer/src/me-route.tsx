import { StoreCreditCard } from "./features/refund/store-credit-card.tsx";
import { Me } from "./features/session/me.tsx";

/** The person's own page, with their credit. */
export const MeRoute = () => <Me credit={<StoreCreditCard />} />;
