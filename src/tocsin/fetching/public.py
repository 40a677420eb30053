"""Which addresses belong to the public internet: nobody may use us to reach into a private network."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Special-purpose registries of IANA, where Python's own `is_global` says nothing or was corrected only lately;
# the last two lines are the addresses at which clouds tell a machine its own secrets.
NEVER = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            "5f00::/16", "fec0::/10",
            "168.63.129.16/32", "169.254.0.0/16", "100.64.0.0/10", "fd00:ec2::/32",
            "192.0.0.192/32", "fd20:ce::/32",
        ),
    )
)  # fmt: skip
NAT64 = ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """False for what is no address at all. An IPv4 address inside an IPv6 one is judged by itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    inner = _inside(found)
    if inner is not None:
        return is_public(str(inner))
    known = any(found in network for network in NEVER if network.version == found.version)
    return found.is_global and not found.is_multicast and not found.is_reserved and not known


def _inside(found: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Of a mapped address and of one that a NAT64 gateway translates."""
    if isinstance(found, IPv4Address):
        return None
    if found in NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped
