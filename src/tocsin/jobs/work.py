"""Running a worker in this process until it is told to stop."""

import signal

from .worker import Worker


def work(threads: int = 4) -> None:
    """Returns after SIGTERM or SIGINT, when what had begun is done. A second signal ends at once."""
    worker = Worker(threads)

    def stop(number: int, frame: object) -> None:
        worker.stop()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    worker.run()
