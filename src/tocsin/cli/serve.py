"""`tocsin serve`: the site alone."""

import os
from pathlib import Path

import click

from . import options
from .installation import load
from .leash import environment, follow_parent
from .port import require_free_port


@click.command("serve")
@options.port
@options.host
@options.workers
@options.data
def command(port: int, host: str, workers: int, data: Path | None) -> None:
    """Serve the site alone. Letters leave when `tocsin work` runs beside it.

    SIGHUP starts each process anew, from what is installed and set now; what comes meanwhile waits.
    """
    # One that `tocsin up` starts again may find the orphans of the one before it still leaving.
    require_free_port(host, port, patience=15 if follow_parent() else 0)
    load(data, port)
    serve(host, port, workers)


def serve(host: str, port: int, workers: int) -> None:
    """Returns when the server was told to stop. No request is logged: it would name people."""
    os.environ.update(environment())
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from .one_socket import OneSocket

    OneSocket(
        "tocsin.cli.served:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=min(8, 2 * (os.cpu_count() or 1) + 1),
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()
