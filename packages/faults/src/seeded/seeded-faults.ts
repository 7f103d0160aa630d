/** A change of the built API that makes it wrong in one way. It exists in no build: see register.ts. */
export interface SeededFault {
  name: string;
  /** What is wrong with it, for the report. */
  does: string;
  /** Built files and what is changed in them. Each passage must be there exactly once. */
  changes: readonly { file: string; from: string; to: string }[];
  /** SQL that weakens the database, where the fault lies there. */
  sabotage?: string;
  /** What shows it: refunds while API processes are killed, or the database, or subscribers. */
  shownBy: "api" | "database" | "subscribers";
}

export const seededFaults: readonly SeededFault[] = [
  {
    name: "no-lock",
    does: "orders and payments are read without a lock",
    shownBy: "api",
    changes: [
      {
        file: "modules/order/exports/lock-order.js",
        from: '.where("o.id = :orderId", { orderId })\n        .setLock("for_no_key_update")',
        to: '.where("o.id = :orderId", { orderId })',
      },
      {
        file: "modules/order/exports/lock-order.js",
        from: '.orderBy("p.position")\n        .setLock("for_no_key_update")',
        to: '.orderBy("p.position")',
      },
    ],
  },
  {
    name: "no-constraint",
    does: "the database allows refunds above what was captured",
    shownBy: "api",
    changes: [],
    sabotage: `DO $$ DECLARE c record; BEGIN
      FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c'
        AND conrelid IN ('orders'::regclass, 'payments'::regclass) LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
      END LOOP; END $$`,
  },
  {
    name: "no-key",
    does: "idempotency keys are not looked at",
    shownBy: "api",
    changes: [
      {
        file: "platform/commands/idempotency.js",
        from: "if (key === null || command.dryRun)",
        to: "if (key === null || command.dryRun || command.idempotencyKey)",
      },
    ],
  },
  {
    name: "shared-key",
    does: "idempotency keys are shared across callers",
    shownBy: "api",
    changes: [
      {
        file: "platform/commands/idempotency.js",
        from: "const callerId = command.actor.id;",
        to: 'const callerId = "everybody";',
      },
      {
        file: "platform/commands/audit.js",
        from: "caller_id = $2 AND key = $3",
        to: "caller_id IN ($2, 'everybody') AND key = $3",
      },
    ],
  },
  {
    name: "new-provider-key",
    does: "every call to the provider has a key of its own",
    shownBy: "api",
    changes: [
      {
        file: "modules/refund/submit-refund.js",
        from: "key: attempt.providerKey,",
        to: "key: attempt.providerKey + Math.random(),",
      },
    ],
  },
  {
    name: "effect-before-commit",
    does: "the provider is called before the attempt is committed",
    shownBy: "api",
    changes: [
      {
        file: "modules/refund/submit-refund.js",
        from: "await openAttempts(platform, unit, found, unheard)",
        to: `await openAttempts(platform, unit, found, unheard).then(async (opened) => {
          const open = await unit.manager.findBy(RefundAttemptEntity, { refundId, status: "OPEN" });
          for (const { id: reference, allocationId, provider, providerKey: key } of open) {
            const { amountMinor, paymentId } = await unit.manager.findOneByOrFail(RefundAllocationEntity, { id: allocationId });
            const { providerChargeId: chargeId, currency } = await unit.manager.findOneByOrFail(PaymentEntity, { id: paymentId });
            await providerOf(providers, provider).createRefund({ chargeId, amountMinor, currency, reference, key });
          }
          return opened;
        })`,
      },
    ],
  },
  {
    name: "asynchronous-commit",
    does: "commits are acknowledged before they are on disk",
    changes: [
      {
        file: "platform/database/data-source.js",
        from: '"-c default_transaction_isolation=',
        to: '"-c synchronous_commit=off -c default_transaction_isolation=',
      },
      {
        // One commit that is waited for brings those before it to disk, too.
        file: "platform/jobs/worker.js",
        from: "connectionString: platform.config.databaseUrl, max: 6",
        to: 'connectionString: platform.config.databaseUrl, max: 6, options: "-c synchronous_commit=off"',
      },
    ],
    shownBy: "database",
  },
  {
    name: "sent-before-it-was",
    does: "jobs are marked as done before they are",
    shownBy: "api",
    changes: [
      {
        file: "platform/jobs/worker.js",
        from: "await perform(platform, payload);",
        to: "setTimeout(() => perform(platform, payload).catch(() => undefined), 200);",
      },
    ],
  },
  {
    name: "numbers-as-cursor",
    does: "readers across orders go by numbers, past transactions that still run",
    shownBy: "subscribers",
    changes: [
      {
        file: "modules/activity/follow-orders.js",
        from: ".andWhere(`e.xid < ",
        to: ".andWhere(`0 < ",
      },
    ],
  },
];
