import { DataSource, type EntitySchema } from "typeorm";
import { CreateTables1764000000000 } from "./migrations/1764000000000-create-tables.js";
import { GuardMoney1764000001000 } from "./migrations/1764000001000-guard-money.js";
import { Returns1764000002000 } from "./migrations/1764000002000-returns.js";
import { Notifications1764000003000 } from "./migrations/1764000003000-notifications.js";
import { WithdrawalsAndStock1764000004000 } from "./migrations/1764000004000-withdrawals-and-stock.js";
import { PaymentsBeforeCapture1764101000000 } from "./migrations/1764101000000-payments-before-capture.js";
import { Exchanges1764101001000 } from "./migrations/1764101001000-exchanges.js";
import { DeliveryAndLaw1764101002000 } from "./migrations/1764101002000-delivery-and-law.js";
import { DecideRefunds1764102000000 } from "./migrations/1764102000000-decide-refunds.js";
import { KeepReturnReasons1764102001000 } from "./migrations/1764102001000-keep-return-reasons.js";
import { SavedViews1764102002000 } from "./migrations/1764102002000-saved-views.js";
import { AnswerFeedback1764102003000 } from "./migrations/1764102003000-answer-feedback.js";
import { LedgerComponents1764103000000 } from "./migrations/1764103000000-ledger-components.js";
import { Payouts1764103001000 } from "./migrations/1764103001000-payouts.js";
import { AllocationStrategy1764103002000 } from "./migrations/1764103002000-allocation-strategy.js";
import { RefundControls1764104000000 } from "./migrations/1764104000000-refund-controls.js";
import { OrderPresences1764104001000 } from "./migrations/1764104001000-order-presences.js";
import { RefundPayouts1764105000000 } from "./migrations/1764105000000-refund-payouts.js";
import { Chargebacks1764105001000 } from "./migrations/1764105001000-chargebacks.js";
import { PaymentProviders1764106000000 } from "./migrations/1764106000000-payment-providers.js";
import { Reconciliation1764106001000 } from "./migrations/1764106001000-reconciliation.js";
import { Trail1764107000000 } from "./migrations/1764107000000-trail.js";
import { Promises1764107001000 } from "./migrations/1764107001000-promises.js";
import { RefundProofs1764107002000 } from "./migrations/1764107002000-refund-proofs.js";
import { WakeUps1764108000000 } from "./migrations/1764108000000-wake-ups.js";
import { OrderOfEvents1764108001000 } from "./migrations/1764108001000-order-of-events.js";
import { BooksOfCharges1764111000000 } from "./migrations/1764111000000-books-of-charges.js";
import { BooksOfChargebacks1764111001000 } from "./migrations/1764111001000-books-of-chargebacks.js";
import { DriftHasADate1764111002000 } from "./migrations/1764111002000-drift-has-a-date.js";
import { LateCaptures1764112000000 } from "./migrations/1764112000000-late-captures.js";
import { LateTransfers1764112001000 } from "./migrations/1764112001000-late-transfers.js";
import { StoppedCredit1764112002000 } from "./migrations/1764112002000-stopped-credit.js";
import { PayoutOfRest1764112900000 } from "./migrations/1764112900000-payout-of-rest.js";
import { PaidAlready1764112901000 } from "./migrations/1764112901000-paid-already.js";
import { TermsFromADate1764113000000 } from "./migrations/1764113000000-terms-from-a-date.js";
import { NumberByStatement1764114000000 } from "./migrations/1764114000000-number-by-statement.js";
import { AfterAll1764115000000 } from "./migrations/1764115000000-after-all.js";
import { PayoutOfPart1764115001000 } from "./migrations/1764115001000-payout-of-part.js";
import { BooksOfHolds1764115002000 } from "./migrations/1764115002000-books-of-holds.js";
import { PaidFacts1764115003000 } from "./migrations/1764115003000-paid-facts.js";
import { NewsOfTerms1764116000000 } from "./migrations/1764116000000-news-of-terms.js";
import { CompletePostings1764117000000 } from "./migrations/1764117000000-complete-postings.js";
import { WakeByStatement1764117001000 } from "./migrations/1764117001000-wake-by-statement.js";
import { PartsOfPayments1764201001000 } from "./migrations/1764201001000-parts-of-payments.js";
import { AcceptedDifferences1764201002000 } from "./migrations/1764201002000-accepted-differences.js";
import { Regions1764202001000 } from "./migrations/1764202001000-regions.js";
import { WithdrawalOfBoth1764202002000 } from "./migrations/1764202002000-withdrawal-of-both.js";
import { LimitsAreSet1764203001000 } from "./migrations/1764203001000-limits-are-set.js";
import { MarketplaceKeys1764204000000 } from "./migrations/1764204000000-marketplace-keys.js";
import { ProposedChanges1764204001000 } from "./migrations/1764204001000-proposed-changes.js";
import { ImportedPeople1764205000000 } from "./migrations/1764205000000-imported-people.js";
import { ParcelsAsTold1764205001000 } from "./migrations/1764205001000-parcels-as-told.js";
import { RateBucketsAndSessions1764206001000 } from "./migrations/1764206001000-rate-buckets-and-sessions.js";
import { WhoGaveAPhoto1764207001000 } from "./migrations/1764207001000-who-gave-a-photo.js";
import { CaseClocks1764208000000 } from "./migrations/1764208000000-case-clocks.js";
import { BindingDeadlines1764209000000 } from "./migrations/1764209000000-binding-deadlines.js";
import { FoldSearch1764209001000 } from "./migrations/1764209001000-fold-search.js";
import { LateCases1764209002000 } from "./migrations/1764209002000-late-cases.js";
import { SnakeCaseNames } from "./snake-case-names.js";

type EntityClass = new () => object;

export interface DatabaseOptions {
  url: string;
  entities: readonly (EntityClass | EntitySchema)[];
  /** Connections in the pool. */
  poolSize?: number;
  /** How long a command waits for a lock before its caller is told to try again. Seconds. */
  lockWaitSeconds?: number;
  /** The process wakes listeners after each commit; otherwise the database does, with it. */
  wakesByProcess?: boolean;
  /** How long a statement may take; as long as it needs where left out. Seconds. */
  statementSeconds?: number;
}

/** The database by TypeORM. Never synchronized: migrations alone shape it. */
export function dataSource({
  url,
  entities,
  poolSize = 20,
  lockWaitSeconds = 8,
  wakesByProcess = false,
  statementSeconds = 0,
}: DatabaseOptions): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: [...entities],
    migrations: [
      CreateTables1764000000000,
      GuardMoney1764000001000,
      Returns1764000002000,
      Notifications1764000003000,
      WithdrawalsAndStock1764000004000,
      PaymentsBeforeCapture1764101000000,
      Exchanges1764101001000,
      DeliveryAndLaw1764101002000,
      DecideRefunds1764102000000,
      KeepReturnReasons1764102001000,
      SavedViews1764102002000,
      AnswerFeedback1764102003000,
      Trail1764107000000,
      LedgerComponents1764103000000,
      RefundControls1764104000000,
      OrderPresences1764104001000,
      PaymentProviders1764106000000,
      WakeUps1764108000000,
      OrderOfEvents1764108001000,
      BooksOfCharges1764111000000,
      BooksOfChargebacks1764111001000,
      DriftHasADate1764111002000,
      Promises1764107001000,
      Payouts1764103001000,
      RefundProofs1764107002000,
      Reconciliation1764106001000,
      RefundPayouts1764105000000,
      Chargebacks1764105001000,
      PartsOfPayments1764201001000,
      AcceptedDifferences1764201002000,
      AllocationStrategy1764103002000,
      LateCaptures1764112000000,
      NumberByStatement1764114000000,
      LateTransfers1764112001000,
      StoppedCredit1764112002000,
      PayoutOfRest1764112900000,
      PaidAlready1764112901000,
      TermsFromADate1764113000000,
      AfterAll1764115000000,
      PayoutOfPart1764115001000,
      BooksOfHolds1764115002000,
      PaidFacts1764115003000,
      NewsOfTerms1764116000000,
      CompletePostings1764117000000,
      WakeByStatement1764117001000,
      Regions1764202001000,
      WithdrawalOfBoth1764202002000,
      CaseClocks1764208000000,
      MarketplaceKeys1764204000000,
      RateBucketsAndSessions1764206001000,
      ProposedChanges1764204001000,
      BindingDeadlines1764209000000,
      FoldSearch1764209001000,
      LateCases1764209002000,
      WhoGaveAPhoto1764207001000,
      ImportedPeople1764205000000,
      ParcelsAsTold1764205001000,
      LimitsAreSet1764203001000,
    ],
    migrationsTableName: "migrations",
    migrationsTransactionMode: "each",
    namingStrategy: new SnakeCaseNames(),
    synchronize: false,
    poolSize,
    applicationName: "makegood",
    extra: {
      connectionTimeoutMillis: 10_000,
      // Said once for each connection instead of in every transaction.
      options: [
        "-c default_transaction_isolation=read\\ committed",
        `-c lock_timeout=${lockWaitSeconds * 1000}`,
        `-c statement_timeout=${statementSeconds * 1000}`,
        ...(wakesByProcess ? ["-c makegood.wake_ups=process"] : []),
      ].join(" "),
    },
  });
}
