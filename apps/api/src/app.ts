import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Express } from "express";
import type { Logger } from "pino";
import { actionsResolvers } from "#modules/actions/actions-resolvers.js";
import { activityResolvers } from "#modules/activity/activity-resolvers.js";
import { cancellationResolvers } from "#modules/cancellation/cancellation-resolvers.js";
import { cancellationTasks } from "#modules/cancellation/exports/cancellation-tasks.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { SandboxCarrier } from "#modules/carrier/exports/sandbox-carrier.js";
import { caseResolvers } from "#modules/case/case-resolvers.js";
import { caseTasks } from "#modules/case/exports/case-tasks.js";
import { changeResolvers } from "#modules/change/change-resolvers.js";
import { chargebackResolvers } from "#modules/chargeback/chargeback-resolvers.js";
import { chargebackTasks } from "#modules/chargeback/exports/chargeback-tasks.js";
import { decisionResolvers } from "#modules/decision/decision-resolvers.js";
import { disputeResolvers } from "#modules/dispute/dispute-resolvers.js";
import { disputeTasks } from "#modules/dispute/exports/dispute-tasks.js";
import { fairUseResolvers } from "#modules/fair-use/fair-use-resolvers.js";
import { feedbackResolvers } from "#modules/feedback/feedback-resolvers.js";
import { claimRoutes } from "#modules/identity/exports/claim-routes.js";
import { contexts } from "#modules/identity/exports/contexts.js";
import { identityResolvers } from "#modules/identity/identity-resolvers.js";
import { integrationResolvers } from "#modules/integration/integration-resolvers.js";
import { bearingResolvers } from "#modules/ledger/bearing-resolvers.js";
import { statementRoutes } from "#modules/ledger/exports/statement-routes.js";
import { termsTasks } from "#modules/ledger/exports/terms-tasks.js";
import { statementResolvers } from "#modules/ledger/statement-resolvers.js";
import { termsResolvers } from "#modules/ledger/terms-resolvers.js";
import { limitResolvers } from "#modules/limit/limit-resolvers.js";
import { nodeResolvers } from "#modules/node/node-resolvers.js";
import { mailboxPage } from "#modules/notification/exports/mailbox-page.js";
import { mailboxMailer, smtpMailer } from "#modules/notification/exports/mailer.js";
import { notificationTasks } from "#modules/notification/exports/notification-tasks.js";
import { notificationResolvers } from "#modules/notification/notification-resolvers.js";
import { orderTasks } from "#modules/order/exports/order-tasks.js";
import { orderResolvers } from "#modules/order/order-resolvers.js";
import { paymentTasks } from "#modules/payment/exports/payment-tasks.js";
import { paymentResolvers } from "#modules/payment/payment-resolvers.js";
import { schedulePayouts } from "#modules/payout/exports/payout-schedule.js";
import { payoutTasks } from "#modules/payout/exports/payout-tasks.js";
import { bankByHand, sandboxBank } from "#modules/payout/exports/shop-bank.js";
import { payoutResolvers } from "#modules/payout/payout-resolvers.js";
import { photoRoutes } from "#modules/photo/exports/photo-routes.js";
import { photoResolvers } from "#modules/photo/photo-resolvers.js";
import { policyResolvers } from "#modules/policy/policy-resolvers.js";
import { presenceResolvers } from "#modules/presence/presence-resolvers.js";
import { promiseTasks } from "#modules/promise/exports/promise-tasks.js";
import { promiseResolvers } from "#modules/promise/promise-resolvers.js";
import { proofRoutes } from "#modules/proof/exports/proof-routes.js";
import { proofResolvers } from "#modules/proof/proof-resolvers.js";
import { queueResolvers } from "#modules/queue/queue-resolvers.js";
import {
  reconcileSchedule,
  reconciliationTasks,
} from "#modules/reconciliation/exports/reconciliation-tasks.js";
import { reconciliationResolvers } from "#modules/reconciliation/reconciliation-resolvers.js";
import { approvalResolvers } from "#modules/refund/approval-resolvers.js";
import { providerWebhooks } from "#modules/refund/exports/provider-webhooks.js";
import {
  configuredProviders,
  configuredTransfers,
  type Providers,
} from "#modules/refund/exports/providers.js";
import { refundTasks } from "#modules/refund/exports/refund-tasks.js";
import { goodwillResolvers } from "#modules/refund/goodwill-resolvers.js";
import { refundPayoutResolvers } from "#modules/refund/refund-payout-resolvers.js";
import { refundResolvers } from "#modules/refund/refund-resolvers.js";
import { labelRoutes } from "#modules/return/exports/label-routes.js";
import { returnTasks } from "#modules/return/exports/return-tasks.js";
import { returnResolvers } from "#modules/return/return-resolvers.js";
import { sandboxRoutes } from "#modules/sandbox/exports/sandbox-routes.js";
import { sandboxResolvers } from "#modules/sandbox/sandbox-resolvers.js";
import { savedViewResolvers } from "#modules/saved-view/saved-view-resolvers.js";
import { shopResolvers } from "#modules/shop/shop-resolvers.js";
import { stopTasks } from "#modules/stop/exports/stop-tasks.js";
import { stopResolvers } from "#modules/stop/stop-resolvers.js";
import { sealSchedule } from "#modules/trail/exports/seal-trail.js";
import { trailTasks } from "#modules/trail/exports/trail-tasks.js";
import { withdrawalRoutes } from "#modules/withdrawal/exports/withdrawal-routes.js";
import { withdrawalResolvers } from "#modules/withdrawal/withdrawal-resolvers.js";
import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { Config } from "#platform/config/config.js";
import { dataSource } from "#platform/database/data-source.js";
import { Gatherer } from "#platform/database/gatherer.js";
import { listenForWakeUps } from "#platform/events/listen.js";
import { redisWakeUps } from "#platform/events/redis-wake-ups.js";
import { announceCommits } from "#platform/events/wake-after-commit.js";
import { apolloServer } from "#platform/graphql/apollo.js";
import { platformResolvers } from "#platform/graphql/refusal-resolvers.js";
import { executableSchema } from "#platform/graphql/schema.js";
import { serveSockets } from "#platform/graphql/sockets.js";
import { connectionsOf } from "#platform/http/connections.js";
import { httpServer } from "#platform/http/server.js";
import { serveUpgrades } from "#platform/http/upgrades.js";
import { devSockets } from "#platform/http/web-apps.js";
import { startWorker } from "#platform/jobs/worker.js";
import { callerLimits, shareOf } from "#platform/limits/caller-limits.js";
import { setMarketplace } from "#platform/marketplace.js";
import type { Platform } from "#platform/platform.js";
import { carryOut } from "./carry-out.js";
import { entities } from "./entities.js";

const resolversWith = (carrier: ReturnCarrier, providers: Providers, config: Config) => [
  platformResolvers,
  nodeResolvers,
  identityResolvers,
  shopResolvers,
  policyResolvers,
  orderResolvers,
  paymentResolvers(providers),
  decisionResolvers,
  fairUseResolvers,
  cancellationResolvers,
  refundResolvers,
  reconciliationResolvers(providers),
  promiseResolvers,
  proofResolvers,
  refundPayoutResolvers,
  chargebackResolvers,
  returnResolvers(carrier),
  withdrawalResolvers(carrier),
  photoResolvers,
  disputeResolvers,
  notificationResolvers,
  caseResolvers,
  approvalResolvers,
  limitResolvers,
  presenceResolvers,
  goodwillResolvers,
  stopResolvers,
  feedbackResolvers,
  integrationResolvers,
  queueResolvers,
  savedViewResolvers,
  payoutResolvers,
  statementResolvers,
  termsResolvers,
  bearingResolvers,
  changeResolvers(carryOut(config)),
  activityResolvers,
  actionsResolvers,
  sandboxResolvers,
];

export interface RunningApp {
  url: string;
  platform: Platform;
  worker: { stop(): Promise<void> };
  /**
   * Finishes what is in flight, tells sockets to resume elsewhere, and stops the workers. For the
   * grace given (milliseconds) it still takes what was on its way here, while /readyz tells whoever
   * sends to send elsewhere.
   */
  stop(graceMs?: number): Promise<void>;
}

/** What every command of this process shares; `close` lets go of the database. */
export async function openPlatform(
  config: Config,
  log: Logger,
  /** Of requests; what runs by hand takes the time it needs. */
  { statementSeconds = 0 } = {},
): Promise<{ platform: Platform; close(): Promise<void> }> {
  const { databaseUrl, lockWaitSeconds, redisUrl } = config;
  const database = dataSource({
    url: databaseUrl,
    entities,
    lockWaitSeconds,
    wakesByProcess: redisUrl !== null,
    statementSeconds,
  });
  await database.initialize();
  setMarketplace(database, config.marketplace);
  const wakeUps = redisUrl
    ? await redisWakeUps(redisUrl, log)
    : await listenForWakeUps(databaseUrl, log);
  if (redisUrl) database.subscribers.push(announceCommits(wakeUps));
  const clock = config.sandbox ? new SandboxClock(database) : systemClock;
  if (clock instanceof SandboxClock) await clock.follow(wakeUps);
  return {
    platform: { config, clock, database, log, wakeUps, gatherer: new Gatherer(), tasks: {} },
    close: async () => {
      await wakeUps.close();
      await database.destroy();
    },
  };
}

/** Starts API, sockets and workers on a migrated database. */
export async function startApp(config: Config, log: Logger): Promise<RunningApp> {
  const { platform, close } = await openPlatform(config, log, config);
  const providers = configuredProviders(config, platform.clock);
  const carrier = new SandboxCarrier();
  const mailer = config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : mailboxMailer;
  const schema = executableSchema(resolversWith(carrier, providers, config));
  const callers = callerLimits(platform);
  const apollo = apolloServer(platform, schema, callers);
  await apollo.start();
  const { contextFor, socketContextFor } = contexts(platform);

  let serving = true;
  const http = httpServer(platform, {
    apollo,
    contextFor: async (request, response) => {
      const context = await contextFor(request, response);
      await callers.refuseIfSpent(shareOf(context));
      return context;
    },
    isServing: () => serving,
    routes: (app: Express) => {
      app.use(providerWebhooks(platform, providers));
      app.use(sandboxRoutes(platform));
      app.use(claimRoutes(platform));
      app.use(mailboxPage(platform));
      app.use(photoRoutes(platform, contextFor));
      app.use(withdrawalRoutes(contextFor));
      app.use(labelRoutes(platform, contextFor));
      app.use(statementRoutes(platform, contextFor));
      app.use(proofRoutes(platform, contextFor));
    },
  });
  const sockets = serveSockets(platform, schema, callers, socketContextFor);
  serveUpgrades(http, [sockets, ...devSockets(platform)]);
  const connections = connectionsOf(http);
  const tasks = Object.assign(platform.tasks, {
    ...orderTasks,
    ...cancellationTasks,
    ...returnTasks(carrier),
    ...caseTasks,
    ...disputeTasks,
    ...notificationTasks(mailer),
    ...stopTasks,
    ...reconciliationTasks(providers),
    ...promiseTasks,
    ...termsTasks,
    ...payoutTasks(config.sandbox ? sandboxBank : bankByHand),
    ...refundTasks(providers, configuredTransfers(config)),
    ...chargebackTasks(providers),
    ...trailTasks,
    ...paymentTasks(providers),
  });
  await schedulePayouts(platform);
  const worker = config.runsJobs
    ? await startWorker(platform, tasks, [sealSchedule, reconcileSchedule(config)])
    : { stop: async () => undefined };
  const url = await listen(http, config);
  return {
    url,
    platform,
    worker,
    async stop(graceMs = 0) {
      serving = false;
      await sleep(graceMs);
      const closed = new Promise((resolve) => http.close(resolve));
      // Connections that are kept open fall idle once what is in flight is answered.
      const idle = setInterval(() => http.closeIdleConnections(), 50);
      const cut = setTimeout(() => connections.cut(), config.drainSeconds * 1000);
      await Promise.all([sockets.close(), worker.stop()]);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
      await apollo.stop();
      await close();
    },
  };
}

function listen(http: Server, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      const address = http.address();
      const real = typeof address === "object" && address ? address.port : port;
      resolve(`http://${host === "127.0.0.1" ? "localhost" : host}:${real}`);
    });
  });
}
