import { once } from "node:events";
import { ledgerComponents } from "@makegood/domain/ledger/account";
import { componentWords, kindWords } from "@makegood/domain/ledger/ledger-words";
import { byteOrderMark, csvAmount, csvRecord, csvTime } from "@makegood/domain/text/csv";
import type { Locale } from "@makegood/domain/text/locale";
import { Router } from "express";
import { localeOf } from "#platform/graphql/locale.js";
import { dateParameter, dateParameterHint } from "#platform/http/date-parameter.js";
import { type ContextFor, linkedContext } from "#platform/http/linked-context.js";
import type { Platform } from "#platform/platform.js";
import { statementPages } from "../read-statement.js";
import { visibleShopId } from "./visible-shop.js";

const headings: Record<Locale, { before: string[]; after: string[] }> = {
  en: {
    before: ["Date (UTC)", "Type", "Order", "Currency"],
    after: ["Amount", "Balance", "Counts from (UTC)", "Refund", "Reference"],
  },
  "pt-BR": {
    before: ["Data (UTC)", "Tipo", "Pedido", "Moeda"],
    after: ["Valor", "Saldo", "Conta a partir de (UTC)", "Reembolso", "Referência"],
  },
};

/**
 * GET /statements/SHOP.csv?currency=BRL&from=…&to=…&app=seller: the shop's statement, oldest first, as
 * spreadsheets of the reader's language open it, streamed page by page, so that a long one takes no more memory than a short one.
 */
export function statementRoutes(platform: Platform, contextFor: ContextFor): Router {
  const router = Router();
  router.get("/statements/:shopId.csv", async (request, response) => {
    const context = await linkedContext(contextFor, request, response);
    const signedIn = context.caller.kind !== "ANONYMOUS";
    const shopId = signedIn ? visibleShopId(context, request.params.shopId) : "";
    const [from, to] = [dateParameter(request.query.from), dateParameter(request.query.to)];
    const currency = String(request.query.currency ?? "");
    if (shopId === "") {
      response.status(404).type("text").send("There is no such shop, or it isn't yours to see.");
      return;
    }
    if (from === undefined || to === undefined || !/^[A-Z]{3}$/.test(currency)) {
      const message = `Name a currency (ISO 4217), and dates in ${dateParameterHint}.`;
      response.status(400).type("text").send(message);
      return;
    }
    const locale = localeOf(context);
    const { before, after } = headings[locale];
    response.set({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="statement-${currency}.csv"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const components = ledgerComponents.map((component) => componentWords(component, locale));
    response.write(byteOrderMark + csvRecord([...before, ...components, ...after], locale));
    for await (const page of statementPages(platform, { shopId, currency, from, to })) {
      const text = page.map((line) =>
        csvRecord(
          [
            csvTime(line.postedAt),
            kindWords(line.kind, locale),
            line.orderNumber ?? "",
            currency,
            ...ledgerComponents.map((component) => {
              const amountMinor = line.parts[component] ?? 0;
              return amountMinor === 0 ? "" : csvAmount({ amountMinor, currency }, locale);
            }),
            csvAmount({ amountMinor: line.shopMinor, currency }, locale),
            csvAmount({ amountMinor: line.balanceMinor, currency }, locale),
            csvTime(line.availableAt),
            line.refundId ?? "",
            line.id,
          ],
          locale,
        ),
      );
      if (response.destroyed) return;
      if (!response.write(text.join("")))
        await Promise.race([once(response, "drain"), once(response, "close")]);
    }
    response.end();
  });
  return router;
}
