"""Addresses that a page, a feed or a redirect must never lead to."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap import resources
from sitmap.reports.addresses import why_not

ROWS = resources.rows(resources.data("special_addresses.csv"))
#: Public for Python 3.11: the cloud's own, what is withdrawn, leads elsewhere or is newer.
OURS = {
    "168.63.129.16/32",
    "192.0.0.0/24",
    "192.88.99.0/24",
    "::/96",
    "64:ff9b:1::/48",
    "2002::/16",
    "fec0::/10",
    "3fff::/20",
    "5f00::/16",
}


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("0.0.0.0", "this network"),  # noqa: S104 - an address to refuse, not to bind
        ("10.1.2.3", "private use"),
        ("172.16.0.1", "private use"),
        ("172.31.255.255", "private use"),
        ("192.168.178.1", "private use"),
        ("100.64.0.1", "shared"),
        ("100.100.100.200", "shared"),
        ("169.254.169.254", "metadata"),
        ("168.63.129.16", "cloud"),
        ("192.0.0.192", "protocol"),
        ("224.0.0.251", "multicast"),
        ("239.255.255.250", "multicast"),
        ("255.255.255.255", "broadcast"),
        ("240.0.0.1", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "site-local"),
        ("fc00::1", "unique local"),
        ("fd00:ec2::254", "metadata"),
        ("ff02::1", "multicast"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:a9fe:a9fe", "metadata"),
        ("::127.0.0.1", "IPv4-compatible"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::10.0.0.1", "private use"),
        ("64:ff9b:1::808:808", "translation"),
        ("2002:7f00:1::", "6to4"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"),
        ("2001:db8::1", "documentation"),
        ("4000::1", "reserved"),
    ],
)
def test_what_is_not_public_is_named(address, reason):
    assert reason in why_not(address, ())


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_what_is_public_may_be_asked(address):
    assert why_not(address, ()) == ""


def test_what_the_settings_allow_may_be_asked_and_nothing_beside_it():
    allow = (ipaddress.ip_network("10.20.0.0/16"), ipaddress.ip_network("fd12::/32"))
    assert [bool(why_not(each, allow)) for each in ("10.20.3.4", "::ffff:10.20.3.4", "fd12::1")] == [
        False
    ] * 3
    assert [bool(why_not(each, allow)) for each in ("10.21.0.1", "127.0.0.1", "fd13::1")] == [True] * 3


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["block"])
def test_the_table_agrees_with_python(row):
    # Python's own lists were made from the same registries by other people.
    block = ipaddress.ip_network(row["block"])
    assert row["source"]
    for address in (block[0], block[-1]):
        assert why_not(str(address), ()), address
        assert row["block"] in OURS or not address.is_global or address.is_multicast, address


@given(st.ip_addresses())
def test_what_python_calls_private_is_never_public(address):
    if not address.is_global and address not in ipaddress.ip_network(
        "64:ff9b::/96" if address.version == 6 else "0.0.0.0/32"
    ):
        assert why_not(str(address), ())
