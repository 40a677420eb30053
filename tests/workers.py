"""Which test process runs what: all journeys share one installation, and a file's tests its browser and site."""

from xdist.scheduler import LoadScopeScheduling

JOURNEYS = "tests/journeys"


class OneSiteOneWorker(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(f"{JOURNEYS}/") else nodeid.partition("::")[0]
