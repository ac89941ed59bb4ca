"""Which backends may hold a token, and their names for people."""

from collections.abc import Callable

import pytest
from keyring.backend import KeyringBackend  # noqa: TID253 - a start that costs 100 ms more hurts nobody here
from keyring.core import load_keyring  # noqa: TID253 - likewise

from tests.accounts.keyrings import MemoryKeyring, PlaintextKeyring
from workbench.accounts.keyring_trust import display_name, distrust, members, trusted_part

Chain = Callable[..., KeyringBackend]


def backend_from(module: str, *, name: str = "Keyring", priority: float = 5) -> KeyringBackend:
    """A backend that claims to be defined in ``module``, as one of another system or package is."""
    kind = type(name, (MemoryKeyring,), {"__module__": module, "__qualname__": name})
    backend: KeyringBackend = kind(priority=priority)
    return backend


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.SecretService", "the Secret Service (GNOME Keyring, KWallet or KeePassXC)"),
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.macOS", "the macOS Keychain"),
        ("keyring.backends.Windows", "the Windows Credential Manager"),
        ("somewhere.else", "the backend somewhere.else.Keyring"),
    ],
)
def test_trusted_backend_has_a_name_that_people_know(module: str, name: str) -> None:
    backend = backend_from(module)
    assert distrust(backend) == ""
    assert display_name(backend) == name


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        (load_keyring("keyring.backends.fail.Keyring"), "No keyring of the operating system answers."),
        (load_keyring("keyring.backends.null.Keyring"), "PYTHON_KEYRING_BACKEND"),
        (
            backend_from("keyrings.alt.file", name="EncryptedKeyring"),
            "keyrings.alt.file.EncryptedKeyring keeps secrets",
        ),
        (PlaintextKeyring(), "plain or weakly protected file"),
        (backend_from("somewhere.else", priority=0.9), "priority 0.9"),
    ],
    ids=["fail", "null", "keyrings.alt", "plain text", "low priority"],
)
def test_distrust_names_the_backend_and_the_reason(backend: KeyringBackend, said: str) -> None:
    assert said in distrust(backend)
    assert trusted_part(backend) is None


def test_chain_is_trusted_when_each_member_is(chain: Chain) -> None:
    chained = chain(MemoryKeyring(priority=5), MemoryKeyring(priority=4))
    assert trusted_part(chained) is chained


def test_chain_with_a_plain_file_is_reduced_to_the_member_that_is_trusted(chain: Chain) -> None:
    good = MemoryKeyring(priority=4)
    chained = chain(PlaintextKeyring(priority=9), good)
    assert "plain" in distrust(chained)
    assert trusted_part(chained) is good


def test_chain_is_named_by_its_members(chain: Chain) -> None:
    first = backend_from("keyring.backends.SecretService", priority=5)
    assert display_name(chain(first, backend_from("keyring.backends.kwallet", priority=4.9))).endswith(" with KWallet")


def test_chain_without_members_is_not_trusted(chain: Chain) -> None:
    empty = chain()
    assert members(empty) == []
    assert "priority -1" in distrust(empty)
