"""The web server with one listening socket for all its processes, so that none of them can take requests away with it.

On Linux granian 2.8 gives each process a listening socket of its own: what waits in the queue of one that ends is reset,
and what comes before the next one listens is refused. Granian shares a unix socket already; this does it with TCP.
"""

import socket

from granian.net import SocketSpec
from granian.server.mp import MPServer


class OneSocket(MPServer):
    def _init_shared_socket(self) -> None:
        holder = SocketSpec(self.bind_addr, self.bind_port, self.backlog).build()
        descriptor = holder.get_fd()
        shared = socket.socket(fileno=descriptor)
        shared.set_inheritable(True)
        # Granian declares them as None, and fills them so for a unix socket.
        vars(self).update(_shd=holder, _sfd=descriptor, _sso=shared)
