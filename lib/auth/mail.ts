import { readConfig } from '../config/config';

export type Mail = { to: string; subject: string; text: string; link: string; closing?: string };

/** Whether mail leaves this house. Where it doesn't, links are in the server's log. */
export function sendsMail(): boolean {
  return readConfig().mail !== null;
}

/** Sends a mail with one link, as plain text; without SMTP the link is printed to the log. */
export async function sendMail({ to, subject, text, link, closing }: Mail): Promise<void> {
  const { mail } = readConfig();
  if (!mail) {
    console.warn(`${subject}, for ${to} (there is no SMTP_URL, so it isn't sent): ${link}`);
    return;
  }
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(mail.url);
  try {
    await transport.sendMail({ from: mail.from, to, subject, text: [text, link, closing].filter(Boolean).join('\n\n') });
  } finally {
    transport.close();
  }
}
