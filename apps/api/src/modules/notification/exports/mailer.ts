import type { EmailEntity } from "./email.entity.js";

/** How e-mail leaves. */
export interface Mailer {
  send(email: EmailEntity): Promise<void>;
}

/** By SMTP. The Message-ID is the row's, so that a repeat after a crash is known for one. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = import("nodemailer").then(({ createTransport }) => createTransport(smtpUrl));
  return {
    async send({ id, toAddress, subject, body }) {
      await (await transport).sendMail({
        from,
        to: toAddress,
        subject,
        text: body,
        messageId: `<${id}@makegood>`,
        headers: { "auto-submitted": "auto-generated" },
      });
    },
  };
}

/** Nothing leaves a sandbox: what was written is its mailbox. */
export const mailboxMailer: Mailer = { send: async () => undefined };
