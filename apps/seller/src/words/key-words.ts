const en = {
  newKey: "New key",
  keyName: "What is it for?",
  scopes: {
    ORDERS_READ: "Read orders",
    CANCELLATIONS_WRITE: "Request cancellations",
    FULFILMENT_WRITE: "Pack and ship",
    REFUNDS_WRITE: "Give goodwill refunds",
  },
  make: "Make the key",
  secretOnce: "Copy it now: it is shown this once.",
  copy: "Copy",
  copied: "Copied",
  revoke: "Revoke",
  revokeSure: "What uses this key stops working at once, for good.",
  revokeDo: "Revoke it",
  revoked: "Revoked",
  lastUsed: "Last used",
  neverUsed: "Never used",
  noKeys: "No keys yet",
  noKeysHint: "A key lets your own system read orders and act on them, for this shop alone.",
  ownersOnly: "Only owners of the shop make and revoke keys.",
};

const pt: typeof en = {
  newKey: "Nova chave",
  keyName: "Para que é?",
  scopes: {
    ORDERS_READ: "Ler pedidos",
    CANCELLATIONS_WRITE: "Pedir cancelamentos",
    FULFILMENT_WRITE: "Embalar e enviar",
    REFUNDS_WRITE: "Dar reembolsos de cortesia",
  },
  make: "Criar a chave",
  secretOnce: "Copie agora: só aparece esta vez.",
  copy: "Copiar",
  copied: "Copiado",
  revoke: "Revogar",
  revokeSure: "O que usa esta chave para de funcionar na hora, para sempre.",
  revokeDo: "Revogar mesmo",
  revoked: "Revogada",
  lastUsed: "Último uso",
  neverUsed: "Nunca usada",
  noKeys: "Nenhuma chave ainda",
  noKeysHint: "Uma chave deixa o seu próprio sistema ler pedidos e agir, só por esta loja.",
  ownersOnly: "Só donos da loja criam e revogam chaves.",
};

/** Keys for third parties' programs. */
export const keyWords = { en, "pt-BR": pt };
