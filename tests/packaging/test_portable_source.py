"""No module of the program needs Linux, as far as its source can tell: no import, call or path of one system alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "workbench").rglob("*.py"))
# Of the standard library, what Windows or macOS is without.
ABSENT_MODULES = {
    "crypt", "curses", "fcntl", "grp", "msvcrt", "nis", "ossaudiodev", "posix", "pty", "pwd", "readline", "resource",
    "spwd", "syslog", "termios", "tty", "winreg", "winsound",
}  # fmt: skip
ABSENT_NAMES = {
    "os": {
        "chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getgroups",
        "getlogin", "getpgid", "getpgrp", "getuid", "initgroups", "kill", "killpg", "lchown", "mkfifo", "mknod", "nice",
        "openpty", "pipe2", "posix_fadvise", "posix_fallocate", "posix_spawn", "sched_getaffinity", "sched_setaffinity",
        "sendfile", "setegid", "seteuid", "setgid", "setpgid", "setsid", "setuid", "startfile", "statvfs", "sysconf",
        "uname", "wait", "waitpid",
        "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC",
    },
    "signal": {
        "SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGSTOP", "SIGUSR1", "SIGUSR2",
        "alarm", "pause", "pthread_kill", "pthread_sigmask", "setitimer", "sigwait",
    },
    "socket": {"AF_UNIX", "AF_NETLINK", "SO_REUSEPORT"},
    "asyncio": {"add_signal_handler"},
    "time": {"tzset", "clock_gettime"},
}  # fmt: skip
PLACES = (
    "/tmp",  # noqa: S108 - looked for, not used
    "/proc", "/sys/", "/dev/", "/etc", "/usr", "/var", "/run/", "/home", "/bin", "~/.config", "C:\\",
)  # fmt: skip


class _Reader(ast.NodeVisitor):
    """Collects what is of one system; what stands under a question about the system is left to it."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_If(self, node: ast.If) -> None:
        if not _asks_for_system(node.test):
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        if not _asks_for_system(node.test):
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found += [f"{node.lineno}: import {each.name}" for each in node.names if each.name in ABSENT_MODULES]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        names = ABSENT_NAMES.get(node.module or "", set())
        if node.module in ABSENT_MODULES:
            self.found.append(f"{node.lineno}: from {node.module}")
        self.found += [f"{node.lineno}: {node.module}.{each.name}" for each in node.names if each.name in names]

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.attr in ABSENT_NAMES.get(node.value.id, set()):
            self.found.append(f"{node.lineno}: {node.value.id}.{node.attr}")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and node.value.startswith(PLACES):
            self.found.append(f"{node.lineno}: {node.value!r}")


def _asks_for_system(test: ast.expr) -> bool:
    asked = ast.unparse(test)
    return any(question in asked for question in ("sys.platform", "os.name", "hasattr(os", "hasattr(signal"))


def of_one_system(source: str) -> list[str]:
    """What in a module's source is of one system alone, each with its line."""
    reader = _Reader()
    reader.visit(ast.parse(source))
    return reader.found


def test_there_are_modules_to_read() -> None:
    assert len(SOURCES) > 100


def test_no_module_is_of_a_single_system() -> None:
    found = {path.relative_to(ROOT).as_posix(): of_one_system(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl",
        "def f():\n    import pwd",
        "from resource import getrusage",
        "import os\nos.geteuid()",
        "from os import fork",
        "import signal\nsignal.SIGKILL",
        "import socket\nsocket.AF_UNIX",
        "open('/proc/self/status')",
        "p = '/tmp/x'",
        "import sys\nif ready:\n    import termios",
    ],
)
def test_what_is_of_one_system_is_found(source: str) -> None:
    assert len(of_one_system(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nif sys.platform == 'linux':\n    import fcntl",
        "import os\nx = os.getuid() if os.name != 'nt' else 0",
        "import os\nos.getpid()",
        "p = '/v5/ad_accounts'",
    ],
)
def test_what_is_guarded_or_of_every_system_is_let_be(source: str) -> None:
    assert of_one_system(source) == []


def test_text_files_are_opened_with_a_named_encoding() -> None:
    """Windows' own would be another one than Linux'."""
    trees = ((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)
    assert [f"{name}:{call}" for name, tree in trees for call in _unnamed_encodings(tree)] == []


def _unnamed_encodings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        named = any(word.arg == "encoding" for word in node.keywords)
        if node.func.attr in {"read_text", "write_text"} and not named:
            yield f"{node.lineno}: {ast.unparse(node)}"
