"""The pump: keeps the lines full, writes what came of the letters, and hands back what it could not begin."""

import time
from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue
from tocsin.post.deliver import post_office

from .claim import Claim, claim, give_back, renew
from .crew import Crew
from .freeze import Freezer
from .holds import Held, held
from .load import load
from .pack import TurnedBack, pack
from .parcel import Outcome, Parcel
from .release import Release
from .settle import settle, turned_back, verdict
from .troubles import Troubles
from .ways import line_to

BATCH = 250
RENEW_SECONDS = 20.0
# How long results are gathered, so that one transaction writes many: no more than this is unwritten at a crash.
GATHER_SECONDS = 0.02
WAIT_SECONDS = 0.05
PLAN_SECONDS = 0.25


class Pump:
    """One for each worker process; only the thread that calls `turn` touches the database."""

    def __init__(self) -> None:
        office = post_office()
        self.crew = Crew(lambda: line_to(office), settings.MAIL_CONNECTIONS)
        self.freezer, self.release = Freezer(), Release()
        self.troubles = Troubles()
        self.in_hand: dict[int, Claim] = {}
        self.unwritten: list[Outcome] = []
        self.renewed_at = self.planned_at = time.monotonic()

    def turn(self) -> bool:
        """Does what can be done now, in a fraction of a second; whether there may be more at once."""
        self._write_what_ended()
        self._renew()
        now_held = held()
        if now_held.everything:
            self._hand_back(_("Sending was stopped."))
            return bool(self.in_hand)
        changed = self._plan(now_held) + self._take(now_held)
        return bool(changed or self.in_hand)

    def close(self) -> None:
        """Ends what was begun, and gives the rest back."""
        self._hand_back(_("The worker was told to stop."))
        self.crew.close()
        self._write_what_ended()

    def _write_what_ended(self) -> None:
        """What cannot be written now, since the database does not answer, is kept for the next turn."""
        if self.in_hand:
            self.unwritten += self.crew.finished(WAIT_SECONDS)
            if len(self.in_hand) > len(self.unwritten) + self.crew.most:
                time.sleep(GATHER_SECONDS)
                self.unwritten += self.crew.finished(0)
        if not self.unwritten:
            return
        with transaction.atomic():
            settle([verdict(outcome) for outcome in self.unwritten])
            self.troubles.meet(self.unwritten, held().trials)
        for outcome in self.unwritten:
            self.in_hand.pop(outcome.parcel.claim.pk, None)
        self.unwritten = []

    def _plan(self, now_held: Held) -> int:
        """Not each time while letters are under way: that many turns a second would be spent on looking."""
        if self.in_hand and time.monotonic() - self.planned_at < PLAN_SECONDS:
            return 0
        self.planned_at = time.monotonic()
        return self.freezer.turn(now_held) + self.release.turn(now_held)

    def _take(self, now_held: Held) -> int:
        """Fills the lines again when they are half empty; a single letter where we try whether it goes again."""
        most = 1 if now_held.trials else BATCH
        self.crew.give()
        if len(self.in_hand) > most // 2:
            return 0
        claims = claim(most)
        if not claims:
            return 0
        packed = [pack(taken, now_held) for taken in load(claims)]
        back = [letter for letter in packed if isinstance(letter, TurnedBack)]
        if back:
            self._turn_back(back)
        self._give([letter for letter in packed if isinstance(letter, Parcel)])
        return len(claims)

    def _turn_back(self, letters: Collection[TurnedBack]) -> None:
        """Writers whose own words hold a name that was taken back are told of it by a job."""
        with transaction.atomic():
            settle([turned_back(letter) for letter in letters])
            for case in {letter.obstacle.names_of for letter in letters if letter.obstacle.names_of}:
                enqueue("letters.names_changed", {"case": case})

    def _give(self, parcels: Collection[Parcel]) -> None:
        self.in_hand.update((parcel.claim.pk, parcel.claim) for parcel in parcels)
        self.crew.give(parcels)

    def _hand_back(self, why: str) -> None:
        unbegun = [parcel.claim for parcel in self.crew.take_back()]
        for claimed in unbegun:
            self.in_hand.pop(claimed.pk, None)
        if unbegun:
            give_back(unbegun, why)

    def _renew(self) -> None:
        if self.in_hand and time.monotonic() - self.renewed_at > RENEW_SECONDS:
            renew(list(self.in_hand.values()))
            self.renewed_at = time.monotonic()
