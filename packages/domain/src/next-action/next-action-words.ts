import type { Locale } from "../text/locale.js";
import type { NextActionKind, TimeoutKind } from "./next-action.js";

const actions: Record<Locale, Record<NextActionKind, string>> = {
  en: {
    PAY: "The buyer pays.",
    END_GRACE: "The grace period runs; the buyer can cancel at once.",
    PACK_AND_SHIP: "The seller packs and ships it.",
    DELIVER: "The carrier delivers it.",
    DECIDE_CANCELLATION: "The seller decides about the cancellation.",
    APPEAL_OR_ACCEPT: "The buyer can ask support to look at it.",
    RULE: "Support decides.",
    STOP_SHIPMENT: "The shipment is being stopped.",
    SEND_REFUND: "The refund is being sent to the payment provider.",
    SETTLE_REFUND: "The payment provider is moving the money.",
    PUT_REFUND_RIGHT: "Support puts the refund right.",
    ANSWER_BUYER: "Support answers.",
    ANSWER_SUPPORT: "Support waits for an answer.",
  },
  "pt-BR": {
    PAY: "O comprador paga.",
    END_GRACE: "O período de carência corre; o comprador pode cancelar na hora.",
    PACK_AND_SHIP: "O vendedor embala e envia.",
    DELIVER: "A transportadora entrega.",
    DECIDE_CANCELLATION: "O vendedor decide sobre o cancelamento.",
    APPEAL_OR_ACCEPT: "O comprador pode pedir que o suporte veja.",
    RULE: "O suporte decide.",
    STOP_SHIPMENT: "O envio está sendo interrompido.",
    SEND_REFUND: "O reembolso está sendo enviado ao provedor de pagamento.",
    SETTLE_REFUND: "O provedor de pagamento está movendo o dinheiro.",
    PUT_REFUND_RIGHT: "O suporte resolve o reembolso.",
    ANSWER_BUYER: "O suporte responde.",
    ANSWER_SUPPORT: "O suporte espera uma resposta.",
  },
};

const timeouts: Record<Locale, Record<TimeoutKind, string>> = {
  en: {
    CANCELED_BY_SILENCE: "If the seller doesn't answer, it is canceled and refunded.",
    ORDER_EXPIRES: "If it isn't paid, the order ends by itself.",
    SELLER_CAN_PACK: "Then the seller can begin to pack.",
    BUYER_CANCELS_AT_ONCE: "If it isn't shipped by then, the buyer can cancel at once.",
    SUPPORT_STEPS_IN: "If it takes longer, support steps in.",
  },
  "pt-BR": {
    CANCELED_BY_SILENCE: "Se o vendedor não responder, é cancelado e reembolsado.",
    ORDER_EXPIRES: "Se não for pago, o pedido termina sozinho.",
    SELLER_CAN_PACK: "Depois o vendedor pode começar a embalar.",
    BUYER_CANCELS_AT_ONCE: "Se não for enviado até lá, o comprador pode cancelar na hora.",
    SUPPORT_STEPS_IN: "Se demorar mais, o suporte entra em ação.",
  },
};

/** What has to be done, in words. */
export const nextActionSentence = (kind: NextActionKind, locale: Locale): string =>
  actions[locale][kind];

/** What happens if nobody does it, in words. */
export const timeoutSentence = (kind: TimeoutKind, locale: Locale): string =>
  timeouts[locale][kind];
