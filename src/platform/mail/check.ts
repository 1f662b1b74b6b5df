/** Whether the server that sends for us is there, lets us in and speaks TLS. Sends nothing. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { connectionTo, problemOf, type SmtpServer } from './smtp.ts';

/** `problem`: a kind of failure, as 'ETLS' or 'EAUTH 535', never what the server said. */
export type Reached =
  | { reached: true; tls: boolean; loggedIn: boolean }
  | { reached: false; problem: string };

export async function reach(server: SmtpServer): Promise<Reached> {
  const connection = new SMTPConnection(connectionTo(server));
  try {
    await done((told) => {
      connection.once('error', told);
      connection.connect(() => told(null));
    });
    const { login } = server;
    if (login !== null)
      await done((told) => connection.login({ user: login.user, pass: login.password }, told));
    return { reached: true, tls: connection.secure, loggedIn: login !== null };
  } catch (error) {
    return { reached: false, problem: problemOf(error) };
  } finally {
    connection.close();
  }
}

function done(begin: (told: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()));
  });
}
