import type { Locale } from "../text/locale.js";
import type { ActionOwner, NextActionKind, TimeoutKind } from "./next-action.js";

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
    DECIDE_RETURN: "The seller decides about the return.",
    GIVE_INFO: "The buyer answers the seller's question.",
    ANSWER_OFFER: "The buyer answers the seller's offer.",
    ISSUE_LABEL: "The instructions for the parcel are being made.",
    SEND_BACK: "The buyer sends the parcel.",
    CARRY_BACK: "The carrier brings the parcel back.",
    SETTLE_LOSS: "The parcel is lost; the buyer can ask support.",
    INSPECT: "The seller inspects what arrived.",
    ACCEPT_DEDUCTION: "The buyer looks at the deduction: accept it, or ask support.",
    SETTLE_RETURN: "The return is being settled.",
    ANSWER_DISPUTE: "The seller says how they see it.",
    APPEAL_RULING: "Whoever disagrees can appeal once.",
    APPROVE_REFUND: "The refund is being looked at before it is made.",
    LIFT_STOP: "Refunds are paused while something is being checked.",
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
    DECIDE_RETURN: "O vendedor decide sobre a devolução.",
    GIVE_INFO: "O comprador responde à pergunta do vendedor.",
    ANSWER_OFFER: "O comprador responde à oferta do vendedor.",
    ISSUE_LABEL: "As instruções do pacote estão sendo feitas.",
    SEND_BACK: "O comprador envia o pacote.",
    CARRY_BACK: "A transportadora traz o pacote de volta.",
    SETTLE_LOSS: "O pacote se perdeu; o comprador pode falar com o suporte.",
    INSPECT: "O vendedor inspeciona o que chegou.",
    ACCEPT_DEDUCTION: "O comprador vê o desconto: aceita, ou fala com o suporte.",
    SETTLE_RETURN: "A devolução está sendo concluída.",
    ANSWER_DISPUTE: "O vendedor diz como vê o caso.",
    APPEAL_RULING: "Quem discorda pode recorrer uma vez.",
    APPROVE_REFUND: "O reembolso está sendo analisado antes de ser feito.",
    LIFT_STOP: "Os reembolsos estão em pausa enquanto algo é verificado.",
  },
};

const timeouts: Record<Locale, Record<TimeoutKind, string>> = {
  en: {
    CANCELED_BY_SILENCE: "If the seller doesn't answer, it is canceled and refunded.",
    ORDER_EXPIRES: "If it isn't paid, the order ends by itself.",
    SELLER_CAN_PACK: "Then the seller can begin to pack.",
    BUYER_CANCELS_AT_ONCE: "If it isn't shipped by then, the buyer can cancel at once.",
    SUPPORT_STEPS_IN: "If it takes longer, support steps in.",
    RETURN_APPROVED_BY_SILENCE: "If the seller doesn't answer, the return is approved.",
    REQUEST_EXPIRES: "Without an answer, the request ends; it can be made again in time.",
    OFFER_LAPSES: "Without an answer, the offer lapses and the return goes on.",
    RETURN_EXPIRES: "If it isn't sent by then, the return ends.",
    COUNTS_AS_LOST: "Without any scan by then, it counts as lost.",
    ACCEPTED_BY_SILENCE: "If the seller doesn't inspect it, all of it is accepted and refunded.",
    DEDUCTION_STANDS: "If nothing is said, the rest is refunded as itemised.",
    REFUSAL_STANDS: "If nothing is done, the answer stands.",
    DECIDED_FOR_BUYER: "If the seller says nothing, it is decided for the buyer.",
    RULING_STANDS: "Then the ruling is final.",
    SEND_AS_YOU_LIKE: "If no label is there by then, the buyer sends it with any carrier.",
    REFUND_NOT_MADE: "Without an answer by then, it isn't made.",
    REFUND_GOES_ON: "Then it goes on by itself.",
  },
  "pt-BR": {
    CANCELED_BY_SILENCE: "Se o vendedor não responder, é cancelado e reembolsado.",
    ORDER_EXPIRES: "Se não for pago, o pedido termina sozinho.",
    SELLER_CAN_PACK: "Depois o vendedor pode começar a embalar.",
    BUYER_CANCELS_AT_ONCE: "Se não for enviado até lá, o comprador pode cancelar na hora.",
    SUPPORT_STEPS_IN: "Se demorar mais, o suporte entra em ação.",
    RETURN_APPROVED_BY_SILENCE: "Se o vendedor não responder, a devolução é aprovada.",
    REQUEST_EXPIRES: "Sem resposta, o pedido termina; pode ser feito de novo no prazo.",
    OFFER_LAPSES: "Sem resposta, a oferta vence e a devolução continua.",
    RETURN_EXPIRES: "Se não for enviado até lá, a devolução termina.",
    COUNTS_AS_LOST: "Sem leitura até lá, conta como perdido.",
    ACCEPTED_BY_SILENCE: "Se o vendedor não inspecionar, tudo é aceito e reembolsado.",
    DEDUCTION_STANDS: "Sem resposta, o resto é reembolsado como discriminado.",
    REFUSAL_STANDS: "Se nada for feito, a resposta vale.",
    DECIDED_FOR_BUYER: "Se o vendedor não disser nada, decide-se pelo comprador.",
    RULING_STANDS: "Depois a decisão é final.",
    SEND_AS_YOU_LIKE: "Sem etiqueta até lá, o comprador envia por qualquer transportadora.",
    REFUND_NOT_MADE: "Sem resposta até lá, ele não é feito.",
    REFUND_GOES_ON: "Depois ele continua sozinho.",
  },
};

type Reader = Extract<ActionOwner, "BUYER" | "SELLER">;

/** The same, to the one it speaks of: nobody is told of themselves as of somebody else. */
const actionsTo: Record<Reader, Record<Locale, Partial<Record<NextActionKind, string>>>> = {
  BUYER: {
    en: {
      PAY: "You haven't paid for it yet.",
      END_GRACE: "While the grace period runs, you can cancel at once.",
      APPEAL_OR_ACCEPT: "You can ask support to look at it.",
      GIVE_INFO: "The seller waits for your answer.",
      ANSWER_OFFER: "It is up to you to take the seller's offer or not.",
      SEND_BACK: "You send the parcel.",
      SETTLE_LOSS: "The parcel is lost; you can ask support.",
      ACCEPT_DEDUCTION: "Look at the deduction: accept it, or ask support.",
    },
    "pt-BR": {
      PAY: "Você ainda não pagou.",
      END_GRACE: "Enquanto o período de carência corre, você pode cancelar na hora.",
      APPEAL_OR_ACCEPT: "Você pode pedir que o suporte veja.",
      GIVE_INFO: "O vendedor espera a sua resposta.",
      ANSWER_OFFER: "Você decide se aceita a oferta do vendedor.",
      SEND_BACK: "Você envia o pacote.",
      SETTLE_LOSS: "O pacote se perdeu; você pode falar com o suporte.",
      ACCEPT_DEDUCTION: "Veja o desconto: aceite, ou fale com o suporte.",
    },
  },
  SELLER: {
    en: {
      PACK_AND_SHIP: "You pack and ship it.",
      DECIDE_CANCELLATION: "You decide about the cancellation.",
      DECIDE_RETURN: "You decide about the return.",
      GIVE_INFO: "The buyer answers your question.",
      ANSWER_OFFER: "The buyer answers your offer.",
      INSPECT: "You inspect the parcel.",
      ANSWER_DISPUTE: "You say how you see it.",
    },
    "pt-BR": {
      PACK_AND_SHIP: "Você embala e envia.",
      DECIDE_CANCELLATION: "Você decide sobre o cancelamento.",
      DECIDE_RETURN: "Você decide sobre a devolução.",
      GIVE_INFO: "O comprador responde à sua pergunta.",
      ANSWER_OFFER: "O comprador responde à sua oferta.",
      INSPECT: "Você inspeciona o pacote.",
      ANSWER_DISPUTE: "Você diz como vê o caso.",
    },
  },
};

const timeoutsTo: Record<Reader, Record<Locale, Partial<Record<TimeoutKind, string>>>> = {
  BUYER: {
    en: {
      BUYER_CANCELS_AT_ONCE: "If it isn't shipped by then, you can cancel at once.",
      DECIDED_FOR_BUYER: "If the seller says nothing, it is decided for you.",
      SEND_AS_YOU_LIKE: "If no label is there by then, you send it with any carrier.",
    },
    "pt-BR": {
      BUYER_CANCELS_AT_ONCE: "Se não for enviado até lá, você pode cancelar na hora.",
      DECIDED_FOR_BUYER: "Se o vendedor não disser nada, decide-se por você.",
      SEND_AS_YOU_LIKE: "Sem etiqueta até lá, você envia por qualquer transportadora.",
    },
  },
  SELLER: {
    en: {
      CANCELED_BY_SILENCE: "If you don't answer, it is canceled and refunded.",
      SELLER_CAN_PACK: "Then you can begin to pack.",
      RETURN_APPROVED_BY_SILENCE: "If you don't answer, the return is approved.",
      ACCEPTED_BY_SILENCE: "If you don't inspect it, all of it is accepted and refunded.",
      DECIDED_FOR_BUYER: "If you say nothing, it is decided for the buyer.",
    },
    "pt-BR": {
      CANCELED_BY_SILENCE: "Se você não responder, é cancelado e reembolsado.",
      SELLER_CAN_PACK: "Depois você pode começar a embalar.",
      RETURN_APPROVED_BY_SILENCE: "Se você não responder, a devolução é aprovada.",
      ACCEPTED_BY_SILENCE: "Se você não inspecionar, tudo é aceito e reembolsado.",
      DECIDED_FOR_BUYER: "Se você não disser nada, decide-se pelo comprador.",
    },
  },
};

/** What has to be done, in words for whoever reads them: a buyer, a seller, or (null) anyone else. */
export const nextActionSentence = (
  kind: NextActionKind,
  locale: Locale,
  reader: Reader | null = null,
): string => (reader && actionsTo[reader][locale][kind]) ?? actions[locale][kind];

/** What happens if nobody does it, in words for whoever reads them. */
export const timeoutSentence = (
  kind: TimeoutKind,
  locale: Locale,
  reader: Reader | null = null,
): string => (reader && timeoutsTo[reader][locale][kind]) ?? timeouts[locale][kind];
