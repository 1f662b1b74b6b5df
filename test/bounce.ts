/** Delivery reports as mail systems write them. `secret` stands wherever they quote the mail. */
export interface Bounce {
  id: string;
  action?: string;
  secret?: string;
}

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** Postfix: envelope id, headers returned as text. */
export const postfix = ({ id, action = 'failed', secret = '' }: Bounce): string =>
  crlf(`From: MAILER-DAEMON@mx.organisation.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: returned@organisation.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F2D.17/mx.organisation.example"
Message-Id: <20261122100001.4F2D@mx.organisation.example>

This is a MIME-encapsulated message.

--4F2D.17/mx.organisation.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. ${secret}

--4F2D.17/mx.organisation.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.organisation.example
Original-Envelope-Id: ${id}
X-Postfix-Queue-ID: 4F2D
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000 (UTC)

Final-Recipient: rfc822; asks@ferries.example
Original-Recipient: rfc822;asks@ferries.example
Action: ${action}
Status: 5.1.1
Remote-MTA: dns; mx.ferries.example
Diagnostic-Code: smtp; 550 5.1.1 <asks@ferries.example>: Recipient address
    rejected: User unknown ${secret}

--4F2D.17/mx.organisation.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Asks <asks@organisation.example>
To: asks@ferries.example
Subject: A request ${secret}
Message-ID: <${id}@organisation.example>

--4F2D.17/mx.organisation.example--
`);

/** Exchange: no envelope id, the whole mail returned, its Message-ID folded. */
export const exchange = ({ id, action = 'failed', secret = '' }: Bounce): string =>
  crlf(`From: <postmaster@ferries.example>
To: <returned@organisation.example>
Subject: =?utf-8?B?VW5kZWxpdmVyYWJsZTogQSByZXF1ZXN0?=
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="_b9_"
Message-ID: <9b7c@EX01.ferries.example>
In-Reply-To: <${id}@organisation.example>

--_b9_
Content-Type: multipart/alternative; boundary="_in_"

--_in_
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

${Buffer.from(`Your message could not be delivered. ${secret}`).toString('base64')}
--_in_
Content-Type: text/html; charset="utf-8"

<html><body><p>Your message could not be delivered. ${secret}</p></body></html>
--_in_--

--_b9_
Content-Type: message/delivery-status

Reporting-MTA: dns;EX01.ferries.example

Final-recipient: RFC822;asks@ferries.example
Action: ${action}
Status: 5.2.2
Diagnostic-code: smtp;554 5.2.2 mailbox full

--_b9_
Content-Type: message/rfc822

From: Asks <asks@organisation.example>
To: asks@ferries.example
Message-ID:
 <${id}@organisation.example>
Subject: A request
Content-Type: text/plain

${secret}
--_b9_--
`);

/** Somebody's holiday notice: no report, though it answers a mail of ours. */
export const holiday = ({ id, secret = '' }: Bounce): string =>
  crlf(`From: asks@ferries.example
To: returned@organisation.example
Subject: Out of office
Auto-Submitted: auto-replied
In-Reply-To: <${id}@organisation.example>
Content-Type: text/plain

I am away until Monday. Action: failed ${secret}
`);
