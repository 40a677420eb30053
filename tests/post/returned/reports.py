"""Reports as mail servers write them, in their structure (RFC 3464, 6533, 5965); the addresses are examples."""

TO = "bounces+d7-abcdefghijklmnop@tocsin.example"
POSTFIX = "This is the mail system at host mx.tocsin.example.\n\nI'm sorry to have to inform you ..."
RUSSIAN = "Это сообщение создано автоматически.\n\nВаше письмо не доставлено следующим получателям."
CHINESE = "很抱歉，您的邮件无法送达。\n\n收件人地址不存在。"


def bounce(
    status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 <office@example.org>: no such user",
    action: str = "failed",
    human: str = POSTFIX,
    to: str = TO,
    kind: str = "message/delivery-status",
) -> bytes:
    return f"""\
Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B/mx.example.org"

--B/mx.example.org
Content-Type: text/plain; charset=utf-8

{human}

--B/mx.example.org
Content-Type: {kind}

Reporting-MTA: dns; mx.example.org
Arrival-Date: Sun, 22 Nov 2026 08:00:00 +0000

Final-Recipient: rfc822; office@example.org
Original-Recipient: rfc822;office@example.org
Action: {action}
Status: {status}
Remote-MTA: dns; mail.example.org
Diagnostic-Code: {said}

--B/mx.example.org
Content-Type: text/rfc822-headers

From: Sam via Tocsin <post@tocsin.example>
Message-ID: <1@tocsin.example>

--B/mx.example.org--
""".replace("\n", "\r\n").encode()


def complaint(kind: str = "abuse", mail_from: str = TO) -> bytes:
    return f"""\
From: <feedback@provider.example>
To: <abuse@tocsin.example>
Subject: FW: Please confirm your letter
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1"

--part1
Content-Type: text/plain; charset="us-ascii"

This is an email abuse report for a message received on Sun, 22 Nov 2026.

--part1
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <{mail_from}>
Reported-Domain: tocsin.example

--part1
Content-Type: message/rfc822

From: Tocsin <post@tocsin.example>
Return-Path: <{mail_from}>
Subject: Please confirm your letter

Someone, most likely you, asked us to send a letter.

--part1--
""".replace("\n", "\r\n").encode()


ABSENCE = f"""\
From: Office <office@example.org>
To: {TO}
Subject: Automatic reply: 550 5.1.1 I am away
Auto-Submitted: auto-replied

Status: 5.1.1
Action: failed
""".encode()
