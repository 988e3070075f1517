"""The user's own bounds."""

import ipaddress

import pytest

from sitmap.errors import SettingsError
from sitmap.reports import settings


def test_nothing_but_the_public_internet_may_be_asked_unless_allowed():
    assert settings.limits().allow == ()
    assert settings.limits().max_bytes == 10_000_000


def test_an_own_file_changes_what_it_names_and_nothing_else(own_settings):
    shipped = settings.limits()
    own_settings('[fetch]\nallow = ["10.20.0.0/16", "::1"]\nmax_seconds = 5\n[feed]\nmax_pages = 7\n')
    found = settings.limits()
    assert found.allow == (ipaddress.ip_network("10.20.0.0/16"), ipaddress.ip_network("::1/128"))
    assert (found.max_seconds, found.max_pages) == (5, 7)
    assert (found.max_bytes, found.ports) == (shipped.max_bytes, shipped.ports)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[fetch\n", r"settings\.toml: is not TOML"),
        ("[fetsch]\n", r"settings\.toml: \[fetsch\] is no section: there are fetch, feed, archive"),
        ("fetch = 1\n", r"\[fetch\] is no section"),
        (
            "[fetch]\nmax_second = 1\n",
            r"fetch\.max_second is no setting: there are allow, ports, max_seconds",
        ),
        ("[fetch]\nmax_seconds = 0\n", "max_seconds must be a whole number from 1 to"),
        ("[fetch]\nmax_seconds = true\n", "max_seconds must be a whole number"),
        ("[fetch]\nmax_mb = 1.5\n", "max_mb must be a whole number"),
        ("[fetch]\nports = [70000]\n", "ports must be a whole number from 1 to 65535"),
        ("[fetch]\nports = 80\n", "ports must be a list"),
        ('[fetch]\nallow = "10.0.0.0/8"\n', "allow must be a list"),
        ('[fetch]\nallow = ["intranet.example"]\n', "allow must list networks"),
        ("[fetch]\nallow = [10]\n", "allow must list networks"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_named(own_settings, text, problem):
    own_settings(text)
    with pytest.raises(SettingsError, match=problem):
        settings.limits()


def test_a_settings_file_that_is_missing_is_named(monkeypatch):
    monkeypatch.setenv(settings.OWN_SETTINGS, "/nowhere/settings.toml")
    with pytest.raises(SettingsError, match=r"/nowhere/settings\.toml: cannot be opened .*SITMAP_SETTINGS"):
        settings.limits()
