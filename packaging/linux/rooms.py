"""Clean Debian systems in a folder, to install a package in. Needs root and debootstrap; nothing outside is changed."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Mounts last as long as the command, as they are made in a mount table of its own; so does the network that is none.
_ENTER = """
set -e
root=$1 user=$2 offline=$3; shift 3
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
set -- "$user" "$root" "$@"
[ "$offline" = no ] || exec unshare --net sh -c 'ip link set lo up && exec chroot --userspec="$@"' enter "$@"
exec chroot --userspec="$@"
"""
_SYSTEM = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
# What package tools write down about their own work.
_BOOKS = ("var/lib/dpkg/", "var/lib/apt/", "var/cache/", "var/log/", "proc/", "dev/", "tmp/.X11-unix")


@dataclass(frozen=True, slots=True)
class Room:
    """One system."""

    root: Path

    def command(
        self, *command: str, user: str = "root", offline: bool = False, environment: Mapping[str, str] | None = None
    ) -> tuple[list[str], dict[str, str]]:
        """The command that runs another one inside, and its environment."""
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        inside = {**_SYSTEM, **proxies} if environment is None else dict(environment)
        enter = ["unshare", "--mount", "--propagation", "private", "sh", "-c", _ENTER, "enter"]
        outer = [*enter, str(self.root), user, "yes" if offline else "no", "env", "-i"]
        return [*outer, *(f"{name}={value}" for name, value in inside.items()), *command], dict(os.environ)

    def run(
        self, *command: str, user: str = "root", offline: bool = False, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Runs a command inside and waits for it."""
        whole, surroundings = self.command(*command, user=user, offline=offline, environment=environment)
        return subprocess.run(whole, env=surroundings, capture_output=True, text=True, check=False)

    def must(self, *command: str) -> str:
        """Runs a command that has to succeed."""
        done = self.run(*command)
        if done.returncode:
            message = f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}"
            raise RuntimeError(message)
        return done.stdout

    def files(self) -> frozenset[str]:
        """Every file and folder there, but for the books of the package tools."""
        every = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*"))
        return frozenset(name for name in every if not name.startswith(_BOOKS))


def fresh_room(release: str, folder: Path) -> Room:
    """A minimal system of that release, from the mirror that this machine's apt uses. The first takes a minute."""
    base = folder / f"{release}.base"
    if not base.exists():
        making = folder / f"{release}.making"
        shutil.rmtree(making, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        mirror = _mirror()
        subprocess.run(["debootstrap", "--variant=minbase", release, str(making), mirror], check=True)
        making.rename(base)
    root = folder / release
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "--archive", "--reflink=auto", str(base), str(root)], check=True)
    return Room(root)


def _mirror() -> str:
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True, check=True
    )
    return next(line for line in told.stdout.splitlines() if "security" not in line)
