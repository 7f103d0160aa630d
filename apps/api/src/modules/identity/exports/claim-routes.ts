import { type Request, type Response, Router, urlencoded } from "express";
import type { Platform } from "#platform/platform.js";
import { claimAccount, claimable, makeClaimLink, passwordLength } from "./claim-account.js";
import { PersonEntity } from "./person.entity.js";

const { least, most } = passwordLength;
const words = {
  en: {
    title: "Claim your account",
    intro: (email: string) => `This account came with imported orders: ${email}.`,
    password: `New password, at least ${least} characters`,
    save: "Save password",
    tooShort: `Choose a password of ${least} to ${most} characters.`,
    gone: "This link was used or has expired. Ask for a new one.",
    done: (email: string) => `Your password is saved. Sign in as ${email}.`,
    signIn: "Sign in",
  },
  "pt-BR": {
    title: "Assuma sua conta",
    intro: (email: string) => `Esta conta veio com pedidos importados: ${email}.`,
    password: `Nova senha, com pelo menos ${least} caracteres`,
    save: "Salvar senha",
    tooShort: `Escolha uma senha de ${least} a ${most} caracteres.`,
    gone: "Este link já foi usado ou expirou. Peça um novo.",
    done: (email: string) => `Sua senha foi salva. Entre como ${email}.`,
    signIn: "Entrar",
  },
} as const;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const fieldOf = (from: unknown, name: string): string => {
  const value = (from as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
};

/**
 * /claim, where a one-time link leads: its person chooses a password. The links themselves are made at
 * /sandbox/claims, which is not there outside of a sandbox.
 */
export function claimRoutes(platform: Platform): Router {
  const router = Router();
  const form = urlencoded({ extended: false, limit: "4kb" });

  router.get("/claim", async (request, response) => {
    const token = fieldOf(request.query, "token");
    const person = await claimable(platform, token);
    if (person) send(request, response, 200, (say) => passwordForm(say, person.email, token));
    else send(request, response, 410, (say) => `<p>${say.gone}</p>`);
  });

  router.post("/claim", form, async (request, response) => {
    const [token, password] = [fieldOf(request.body, "token"), fieldOf(request.body, "password")];
    const person = await claimable(platform, token);
    if (person && (password.length < least || password.length > most)) {
      send(request, response, 422, (say) => passwordForm(say, person.email, token, say.tooShort));
      return;
    }
    const claimed = person && (await claimAccount(platform, token, password));
    if (!claimed) send(request, response, 410, (say) => `<p>${say.gone}</p>`);
    else {
      send(
        request,
        response,
        200,
        (say) =>
          `<p>${say.done(escaped(claimed.email))}</p><p><a href="/${claimed.app}/">${say.signIn}</a></p>`,
      );
    }
  });

  if (platform.config.sandbox) {
    router.post("/sandbox/claims", form, async (request, response) => {
      const email = fieldOf(request.body, "email").trim().toLowerCase();
      const person = await platform.database.manager.findOneBy(PersonEntity, { email });
      const link = person && (await makeClaimLink(platform, person.id));
      response.set("cache-control", "no-store");
      if (link) response.type("text").send(`${link}\n`);
      else response.status(404).type("text").send("Nobody without a password has this e-mail.\n");
    });
  }
  return router;
}

type Words = (typeof words)[keyof typeof words];

function send(
  request: Request,
  response: Response,
  status: number,
  body: (say: Words) => string,
): void {
  const locale = request.acceptsLanguages("en", "pt") === "pt" ? "pt-BR" : "en";
  const say = words[locale];
  response
    .status(status)
    .set("cache-control", "no-store")
    .type("html")
    .send(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${say.title}</title><style>${style}</style></head><body><main><h1>${say.title}</h1>${body(say)}</main></body></html>`,
    );
}

const passwordForm = (say: Words, email: string, token: string, problem = "") =>
  `<p>${say.intro(escaped(email))}</p>${problem ? `<p role="alert">${problem}</p>` : ""}<form method="post" action="/claim"><input type="hidden" name="token" value="${escaped(token)}"><label for="password">${say.password}</label><input id="password" name="password" type="password" autocomplete="new-password" minlength="${least}" maxlength="${most}" required><button>${say.save}</button></form>`;

const style =
  ":root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:32rem;margin:0 auto;padding:2rem 1.25rem}label,input,button{display:block;font:inherit}input{width:100%;box-sizing:border-box;padding:.6rem;margin:.3rem 0 1rem}button{padding:.6rem 1rem;min-height:44px}";
