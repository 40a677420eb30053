"""A mail in our mailbox that is no notice: an answer, linked by the seal in the address that it was sent to.

A seal that is missing, not ours or too old links nothing: the mail is kept apart, and a person decides.
"""

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tocsin.cases.mask import Mask
from tocsin.delivery.models import Delivery
from tocsin.followup.models import Reply, ReplyMail, ReplyState, Unlinked, Way
from tocsin.jobs.enqueue import enqueue
from tocsin.members.record import record
from tocsin.post.reply_address import Trust, named_in
from tocsin.post.return_path import Kind, tokens_in

from .hide_writer import writer_mask
from .read_mail import ReadMail, read_mail

# Of one letter so many mails are kept, then they are counted: whoever holds a seal cannot fill the disk.
MOST_A_LETTER = 20
# Of a mail that nobody knows, and of one larger than that, the beginning in bytes.
KEPT_UNLINKED = 64 * 1024
KEPT = 10 * 1024 * 1024
_WHY = {
    Trust.UNNAMED: Unlinked.NO_TOKEN,
    Trust.FORGED: Unlinked.FORGED,
    Trust.EXPIRED: Unlinked.EXPIRED,
    Trust.GENUINE: Unlinked.GONE,
}


@dataclass(frozen=True)
class _Link:
    """What the mail answers. `is_return_path`: it went to the address that only programs answer."""

    delivery: Delivery | None
    why: str
    is_return_path: bool = False


@transaction.atomic
def take_reply(data: bytes, size: int = 0) -> Reply | None:
    """Stores it once, also where it comes to two addresses of ours or by two ways; None where it is known, empty, or one more than are kept of a letter."""
    size = max(size, len(data))
    if not data.strip() or Reply.objects.filter(mark=(mark := mark_of(data, size))).exists():
        return None
    mail = read_mail(data[:KEPT], is_cut=size > min(len(data), KEPT))
    link = _link(mail, data)
    name = _hash_of(mail.message_id)
    if name and Reply.objects.filter(message_id=name, delivery=link.delivery, unlinked=link.why).exists():
        return None
    if link.delivery and _is_full(link.delivery):
        return None
    reply = _store(mail, link, mark, size, name)
    _keep(reply, data)
    record("reply.came", reply, None, way=Way.MAIL.value, automatic=reply.is_automatic)
    if reply.action_id:
        enqueue("pages.render", {"action": reply.action_id})
    return reply


def mark_of(data: bytes, size: int) -> str:
    """What tells a mail from every other: the same one is taken once."""
    return hashlib.sha256(b"%d\n" % size + data).hexdigest()


def _hash_of(message_id: str) -> str:
    """Empty for a mail that names itself by nothing; those of two letters stay two."""
    return hashlib.sha256(message_id.encode()).hexdigest() if message_id else ""


def _link(mail: ReadMail, data: bytes) -> _Link:
    named = named_in(mail.to, timezone.localdate())
    returned = next((each for each in tokens_in(mail.to) if each.kind == Kind.DELIVERY), None)
    number = named.delivery if named.trust == Trust.GENUINE else returned.number if returned else 0
    rows = Delivery.objects.select_related("action__case", "target", "letter__supporter")
    delivery = rows.select_for_update(of=("self",)).filter(pk=number).first() if number else None
    why = _WHY[named.trust] if mail.is_read else Unlinked.UNREADABLE
    return _Link(delivery, "" if delivery else why, named.trust != Trust.GENUINE)


def _is_full(delivery: Delivery) -> bool:
    """Then the last one says how many more came."""
    kept = Reply.objects.filter(delivery=delivery)
    if kept.count() < MOST_A_LETTER:
        return False
    Reply.objects.filter(pk=kept.latest("pk").pk).update(more=F("more") + 1)
    return True


def _store(mail: ReadMail, link: _Link, mark: str, size: int, name: str) -> Reply:
    delivery = link.delivery
    mask: Mask = writer_mask(delivery)
    is_automatic = mail.is_automatic or (delivery is not None and link.is_return_path)
    return Reply.objects.create(
        action=delivery.action if delivery else None,
        target=delivery.target if delivery else None,
        delivery=delivery,
        unlinked=link.why,
        way=Way.MAIL,
        sender=mail.sender,
        subject=mask.text(mail.subject)[:300],
        text=mask.text(mail.text),
        attachments=[file.plain() for file in mail.files],
        size=size,
        is_text_cut=mail.is_text_cut,
        is_automatic=is_automatic,
        state=ReplyState.DISMISSED if is_automatic else ReplyState.NEW,
        mark=mark,
        message_id=name,
    )


def _keep(reply: Reply, data: bytes) -> None:
    """Not of what programs answer, nor where the writer was erased, whom it may quote."""
    if reply.is_automatic or (reply.delivery and reply.delivery.letter_id is None):
        return
    kept = data[: KEPT if reply.delivery_id else KEPT_UNLINKED]
    ReplyMail.objects.create(reply=reply, data=kept)
    reply.kept = len(kept)
    reply.save(update_fields=["kept"])
