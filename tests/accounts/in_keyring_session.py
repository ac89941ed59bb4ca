"""Run a command beside a throw-away GNOME Keyring, in the D-Bus session this is started in; the daemon ends with it.

usage: in_keyring_session.py unlocked|locked|fresh COMMAND...

``fresh`` starts no daemon: D-Bus does when it is first asked, as on an account that never had a keyring.
"""

import os
import subprocess
import sys
import time

PASSWORD = b"only for this test"
PATIENCE_SECONDS = 20


def start_daemon(*, unlock: bool) -> "subprocess.Popen[bytes]":
    """A daemon whose login keyring is open or closed, once it answers on D-Bus."""
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    daemon = subprocess.Popen(
        [*command, "--unlock"] if unlock else command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    if daemon.stdin is not None:
        daemon.stdin.write(PASSWORD if unlock else b"")
        daemon.stdin.close()
    end = time.monotonic() + PATIENCE_SECONDS
    while not answers():
        if daemon.poll() is not None or time.monotonic() > end:
            raise SystemExit("gnome-keyring-daemon does not answer on D-Bus")
        time.sleep(0.01)
    return daemon


def answers() -> bool:
    """Whether somebody serves the Secret Service; asking does not start it."""
    bus = "org.freedesktop.DBus"
    ask = ["dbus-send", "--session", "--print-reply", f"--dest={bus}", "/", f"{bus}.NameHasOwner"]
    return b"true" in subprocess.check_output([*ask, "string:org.freedesktop.secrets"])


def stop(daemon: "subprocess.Popen[bytes]") -> None:
    """End a daemon that this program started."""
    daemon.terminate()
    daemon.wait(PATIENCE_SECONDS)


def main(state: str, *command: str) -> int:
    """The command's exit status."""
    if state == "fresh":
        return subprocess.call(command)
    daemon = start_daemon(unlock=True)
    if state == "locked":
        # The first run made the login keyring, with its password; the second finds it closed.
        stop(daemon)
        daemon = start_daemon(unlock=False)
    try:
        return subprocess.call(command, env=os.environ | {"KEYRING_DAEMON_PID": str(daemon.pid)})
    finally:
        if daemon.poll() is None:
            stop(daemon)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
