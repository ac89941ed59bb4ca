"""`make package-test`: installs what `make package` built in clean systems of two Debian releases, does the main job in
the installed program, and removes it again without a trace. Needs root, debootstrap, rpm and a virtual display.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from linux.rooms import Room, fresh_room
from linux.staging import NAME, ROOT
from virtual_display import VirtualDisplay, wait_until

from workbench import __version__

DIST = ROOT / "dist"
ROOMS = ROOT / "build" / "chroots"
RELEASES = ("bookworm", "trixie")
USER = "marketer"
HOME = f"/home/{USER}"
OWN_DATA = f"{HOME.lstrip('/')}/.local/share/{NAME}"
PLAIN = {"PATH": "/usr/bin:/bin", "HOME": HOME, "LC_ALL": "C.UTF-8"}


def check(what: str, *, good: bool, told: str = "") -> None:
    """One line of the report; the first failure ends it."""
    print(f"  {'ok  ' if good else 'FAIL'} {what}", flush=True)
    if not good:
        sys.exit(told)


def smoke(room: Room, what: str, program: str, environment: Mapping[str, str], *, offline: bool = False) -> None:
    """The smoke test: exit code 0, one line, nothing else."""
    done = room.run(program, "--smoke-test", user=USER, offline=offline, environment=environment)
    good = done.returncode == 0 and done.stdout.count("\n") == 1 and not done.stderr
    check(f"smoke test {what}", good=good, told=f"{done.returncode}: {done.stdout}{done.stderr}")


def smoke_tests(room: Room) -> None:
    """In all the surroundings that a user may have."""
    smoke(room, "as a user who may not write to the program's folder", "workbench", PLAIN)
    smoke(room, "without HOME and locale", "/usr/bin/workbench", {})
    smoke(room, "without a network", "workbench", PLAIN, offline=True)
    closed = room.run("sh", "-c", "exec workbench --smoke-test <&- >&- 2>&-", user=USER, environment=PLAIN)
    check("smoke test without any standard stream", good=closed.returncode == 0, told=str(closed.returncode))
    moved = "/opt/Übungs platz/ワークベンチ"
    room.must("mkdir", "-p", moved)
    room.must("cp", "-a", f"/usr/lib/{NAME}/.", moved)
    smoke(room, "from a path with spaces and beyond ASCII", f"{moved}/workbench", PLAIN)
    shutil.rmtree(room.root / "opt" / "Übungs platz")


def main_job(room: Room) -> None:
    """Ctrl+Enter in the window, and the send in the history."""

    def rows() -> list[dict[str, str]]:
        told = room.run("workbench", "history", "--json", user=USER, environment=PLAIN)
        found: list[dict[str, str]] = json.loads(told.stdout)["rows"] if told.returncode == 0 else []
        return found

    with VirtualDisplay() as display:
        command, surroundings = room.command("workbench", user=USER, environment={**PLAIN, "DISPLAY": display.name})
        window = subprocess.Popen(
            command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            shown = display.window("PRACTICE")
            display.press(shown, "ctrl+Return")
            wait_until(lambda: bool(rows()) and rows()[0]["state"].startswith("processed"), "the send's outcome")
            display.screenshot(ROOT / "build" / f"package-{room.root.name}.png")
            display.press(shown, "ctrl+q")
            told, _ = window.communicate(timeout=60)
        finally:
            window.kill()
            window.communicate()
    check(f"main job in the window: {rows()[0]['state']}", good=(window.returncode, told) == (0, ""), told=told)


def debian(release: str, package: Path) -> None:
    """Install, use, purge."""
    print(f"{package.name} in {release}")
    room = fresh_room(release, ROOMS)
    room.must("useradd", "--create-home", "--shell", "/bin/sh", USER)
    room.must("apt-get", "update", "-qq")
    told = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Depends"], capture_output=True, text=True, check=True
    ).stdout
    dependencies = [each.split("(")[0].strip() for each in told.split(",")]
    installed = len(room.must("dpkg-query", "-W").splitlines())
    started = time.monotonic()
    room.must("apt-get", "install", "-qq", "--no-install-recommends", *dependencies)
    new = len(room.must("dpkg-query", "-W").splitlines()) - installed
    check(f"{new} packages it depends on, {time.monotonic() - started:.0f} s", good=True)
    before = room.files()
    shutil.copy(package, room.root / "srv" / package.name)
    started = time.monotonic()
    room.must("apt-get", "install", "-qq", "--no-install-recommends", f"/srv/{package.name}")
    check(f"installed, nothing else wanted, {time.monotonic() - started:.0f} s", good=True)
    (room.root / "srv" / package.name).unlink()
    check("it tells its version", good=__version__ in room.must("workbench", "--version"))
    smoke_tests(room)
    main_job(room)
    room.must("apt-get", "purge", "-qq", NAME)
    left = sorted(room.files() - before)
    gone = sorted(before - room.files())
    own = [name for name in left if name.startswith(OWN_DATA) or OWN_DATA.startswith(name)]
    others = [name for name in left if name not in own and "/.cache" not in name]
    check(f"purged; left: {len(own)} files and folders of the user's data", good=not others and not gone,
          told=f"left: {others}, gone: {gone}")  # fmt: skip


def rpm(package: Path, room: Room) -> None:
    """Looked over, and laid into an empty root; its program is run in a Debian system that has the libraries."""
    print(package.name)
    listed = _told("rpm", "-qpl", "--nosignature", str(package)).splitlines()
    check(f"{len(listed)} files, all below /usr", good=all(name.startswith("/usr/") for name in listed))
    told = _told("rpm", "-K", "--nosignature", str(package))
    check(f"digests: {told.rpartition(':')[2].strip()}", good="digests OK" in told, told=told)
    scratch = room.root / "opt" / "rpm"
    common = ["rpm", "--root", str(scratch), "--dbpath", "/var/lib/rpm"]
    scratch.mkdir(parents=True)
    _told(*common, "--nodeps", "--nosignature", "--install", str(package))
    smoke(room, "from the folder of an rpm", "/opt/rpm/usr/bin/workbench", PLAIN)
    _told(*common, "--nodeps", "--erase", NAME)
    left = [path for path in (scratch / "usr").rglob("*") if NAME in path.name or path.is_file()]
    check("erased without a trace", good=not left, told=str(left))


def archive(package: Path, room: Room) -> None:
    """Unpacked into a home, as its owner would."""
    print(package.name)
    place = room.root / HOME.lstrip("/") / ".local"
    place.mkdir(parents=True, exist_ok=True)
    _told("tar", "--zstd", "--strip-components=1", "-C", str(place), "-xf", str(package))
    smoke(room, "from ~/.local", f"{HOME}/.local/bin/workbench", PLAIN)


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """All of it."""
    if os.geteuid():
        sys.exit("Other systems are entered with chroot, which only root may: sudo make package-test")
    (deb,) = DIST.glob("*.deb")
    releases = sys.argv[1:] or RELEASES
    for release in releases:
        debian(release, deb)
    room = Room(ROOMS / releases[-1])
    for package in DIST.glob("*.rpm"):
        rpm(package, room)
    for package in DIST.glob("*.tar.zst"):
        archive(package, room)
    for release in releases:
        shutil.rmtree(ROOMS / release)
    print("All good.")


if __name__ == "__main__":
    main()
