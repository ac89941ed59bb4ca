"""The customer's IP address: whether it is one, and whether it can belong to a customer."""

from bisect import bisect_right
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address, ip_network

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

NOT_AN_IP = Rule(
    "not-an-ip",
    Severity.ERROR,
    "This is not one IP address (version 4 or 6), so it identifies nobody.",
    "Send the customer's address alone, such as 203.0.113.7{hint}; leave the field out if you do not know it.",
    "spec, guide",
)
IP_UNSPECIFIED = Rule(
    "ip-unspecified",
    Severity.ERROR,
    "This address means “no address” and identifies nobody.",
    "Send the address the customer's request came from, or leave the field out.",
    "guide",
)
IP_DOCUMENTATION = Rule(
    "ip-documentation",
    Severity.WARNING,
    "This address is reserved for documentation: good for a test, but it belongs to no customer.",
    "Keep it for test events; live events need the address the customer's request came from.",
    "workbench",
)
IP_NOT_PUBLIC = Rule(
    "ip-not-public",
    Severity.WARNING,
    "This address is {kind}, so it is not the customer's public address and will match nobody.",
    "Read the customer's address where requests enter your network, for example from X-Forwarded-For.",
    "guide, workbench",
)
RULES = (NOT_AN_IP, IP_UNSPECIFIED, IP_DOCUMENTATION, IP_NOT_PUBLIC)

# A leading zero is refused: some read such a part as octal.
_PARTS = {str(number): number for number in range(256)}
_DOCUMENTATION = "documentation"
# IANA's special-purpose registries, none of which overlap. As ranges of integers below, because ipaddress's own
# properties walk lists of objects.
_SPECIAL = (
    ("0.0.0.0/8", "of this network itself"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared behind a carrier's NAT"),
    ("127.0.0.0/8", "the loopback of the machine itself"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", _DOCUMENTATION),
    ("192.168.0.0/16", "private"),
    ("198.18.0.0/15", "reserved for benchmarks"),
    ("198.51.100.0/24", _DOCUMENTATION),
    ("203.0.113.0/24", _DOCUMENTATION),
    ("224.0.0.0/4", "a multicast group"),
    ("240.0.0.0/4", "reserved"),
    ("::1/128", "the loopback of the machine itself"),
    ("100::/64", "reserved"),
    ("2001:db8::/32", _DOCUMENTATION),
    ("3fff::/20", _DOCUMENTATION),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("ff00::/8", "a multicast group"),
)
_RANGES = {
    version: sorted(
        (int(network[0]), int(network[-1]), kind)
        for network, kind in ((ip_network(text), kind) for text, kind in _SPECIAL)
        if network.version == version
    )
    for version in (4, 6)
}
_STARTS = {version: [first for first, _, _ in ranges] for version, ranges in _RANGES.items()}


def ip_check(path: str, text: str) -> Problem | None:
    """One address of either version, that can be a customer's. The address is not repeated in messages."""
    address = _parsed(text)
    if address is None:
        hint, meant = _meant(text)
        repair = Repair("Keep the address alone", Write(meant)) if _parsed(meant) else None
        return NOT_AN_IP.at(path, hint=hint, repair=repair)
    version, number = address
    if not number:
        return IP_UNSPECIFIED.at(path)
    kind = _kind(version, number)
    if kind == _DOCUMENTATION:
        return _documentation(path)
    return IP_NOT_PUBLIC.at(path, kind=kind) if kind else None


# A request of test events has one such address in each event.
@lru_cache(maxsize=16)
def _documentation(path: str) -> Problem:
    return IP_DOCUMENTATION.at(path)


def _parsed(text: str) -> tuple[int, int] | None:
    """Version and number of an address. Version 4 by hand: each event has one, and ipaddress takes thrice as long."""
    parts = text.split(".")
    if len(parts) == 4:
        try:
            a, b, c, d = map(_PARTS.__getitem__, parts)
        except KeyError:  # of version 6, perhaps, whose last four bytes may be written like this
            pass
        else:
            return 4, a << 24 | b << 16 | c << 8 | d
    try:
        address = IPv6Address(text)
    except AddressValueError:
        return None
    if address.scope_id is not None:
        return None
    return (4, int(address.ipv4_mapped)) if address.ipv4_mapped else (6, int(address))


def _kind(version: int, number: int) -> str:
    at = bisect_right(_STARTS[version], number) - 1
    if at < 0:
        return ""
    _, last, kind = _RANGES[version][at]
    return kind if number <= last else ""


def _meant(text: str) -> tuple[str, str]:
    """What the sentence adds, and the address that was meant, as far as the text lets it be told."""
    if "," in text:
        first = text.partition(",")[0].strip()
        return ": of this list, only the first, which is the customer's", first if _parsed(first) else _meant(first)[1]
    if "%" in text:
        return ", without the percent sign and what follows it", text.partition("%")[0].strip("[ ")
    without_port = text.rpartition(":")[0]
    if text.startswith("[") or _parsed(without_port) is not None:
        return ", without a port or brackets", text[1:].partition("]")[0] if text.startswith("[") else without_port
    return "", ""
