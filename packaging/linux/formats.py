"""One staged tree as a .deb, an .rpm and a .tar.zst. Each is the same, byte for byte, when the tree is."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from linux.libraries import Libraries
from linux.staging import NAME, even_out, packed, write

SUMMARY = "Compose, judge, send and prove events for the Pinterest Conversions API"
DESCRIPTION = """A desktop workbench for marketers and QA engineers who send conversion
events: a form for every field with live validation and hashing previews,
test and live sends with a verdict for each event, a history that forgets
nothing, a practice endpoint on this computer, and the same engine as
commands for scripts and CI. Not a product of Pinterest."""
MAINTAINER = "The Conversion Workbench authors <conversion-workbench@localhost>"
_DEBIAN_KEYRINGS = "gnome-keyring | kwalletmanager | keepassxc"
_RPM_KEYRINGS = "(gnome-keyring or kwalletmanager or keepassxc)"
_TEMPLATE = Path(__file__).with_name("workbench.rpm.spec")


@dataclass(frozen=True, slots=True)
class Source:
    """What is packed: the tree, what it needs, the program's version, and the one time that all files bear."""

    tree: Path
    libraries: Libraries
    version: str
    epoch: int


def debian_package(source: Source, out: Path, *, work: Path) -> Path:
    """Built with Debian's own dpkg-deb, from a tree of its own that shares its files with the staged one."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source.tree, work, symlinks=True, copy_function=os.link)
    _debian_papers(source, work / "usr" / "share")
    files = sorted(path for path in work.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{_digest(path, 'md5')}  {path.relative_to(work)}\n" for path in files]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    write(work / "DEBIAN" / "control", _control(source, size).encode())
    write(work / "DEBIAN" / "md5sums", "".join(sums).encode())
    even_out(work, source.epoch)
    package = out / f"{NAME}_{source.version}_amd64.deb"
    _run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(work), str(package)], source)
    return package


def _debian_papers(source: Source, share: Path) -> None:
    at = format_datetime(datetime.fromtimestamp(source.epoch, tz=UTC))
    entry = f"  * See CHANGELOG.md.gz.\n\n -- {MAINTAINER}  {at}\n"
    changelog = f"{NAME} ({source.version}) unstable; urgency=medium\n\n{entry}"
    write(share / "doc" / NAME / "changelog.gz", packed(changelog.encode()))
    overrides = Path(__file__).with_name("lintian-overrides")
    write(share / "lintian" / "overrides" / NAME, overrides.read_bytes())


def _control(source: Source, size: int) -> str:
    depends = [f"libc6 (>= {source.libraries.glibc})", *source.libraries.packages, "tzdata"]
    description = "\n".join(f" {line}" for line in DESCRIPTION.splitlines())
    return f"""Package: {NAME}
Version: {source.version}
Architecture: amd64
Maintainer: {MAINTAINER}
Installed-Size: {size}
Depends: {", ".join(depends)}
Recommends: {_DEBIAN_KEYRINGS}, fonts-dejavu-core | fonts-liberation
Section: web
Priority: optional
Description: {SUMMARY}
{description}
"""


def rpm_package(source: Source, out: Path, *, work: Path) -> Path:
    """Built with rpmbuild; depends on the libraries by name, as every distribution calls its packages otherwise."""
    requires = [f"{name}()(64bit)" for name in source.libraries.sonames]
    requires += [f"libc.so.6(GLIBC_{source.libraries.glibc})(64bit)", "tzdata"]
    text = _TEMPLATE.read_text(encoding="utf-8")
    for mark, value in (
        ("@NAME@", NAME),
        ("@VERSION@", source.version),
        ("@SUMMARY@", SUMMARY),
        ("@REQUIRES@", "\n".join(f"Requires: {each}" for each in requires)),
        ("@RECOMMENDS@", _RPM_KEYRINGS),
        ("@DESCRIPTION@", DESCRIPTION),
        ("@TREE@", str(source.tree)),
    ):
        text = text.replace(mark, value)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    recipe = work / f"{NAME}.spec"
    recipe.write_text(text, encoding="utf-8")
    _run(["rpmbuild", "-bb", "--quiet", "--define", f"_topdir {work}", str(recipe)], source)
    (built,) = (work / "RPMS").rglob("*.rpm")
    return Path(shutil.move(built, out / built.name))


def archive(source: Source, out: Path) -> Path:
    """A tar of what stands below usr/, for any place: ``tar --strip-components=1 -C ~/.local -xf``."""
    name = f"{NAME}-{source.version}-linux-x86_64"
    package = out / f"{name}.tar.zst"
    tar = ["tar", "--create", "--format=gnu", "--sort=name", f"--mtime=@{source.epoch}", "--owner=0", "--group=0"]
    tar += [
        "--numeric-owner",
        f"--transform=flags=r;s,^\\./usr,{name},",
    ]
    tar += ["--directory", str(source.tree), "--use-compress-program=zstd -19 --long=27 -T1 -q", "--file", str(package)]
    _run([*tar, "./usr"], source)
    return package


def checksums(packages: Sequence[Path], out: Path) -> Path:
    """The file that ``sha256sum --check`` reads."""
    path = out / "SHA256SUMS"
    lines = [f"{_digest(package, 'sha256')}  {package.name}\n" for package in sorted(packages)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _digest(path: Path, kind: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def _run(command: Sequence[str], source: Source) -> None:
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(source.epoch), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(list(command), env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"{command[0]} failed:\n{done.stdout}{done.stderr}"
        raise RuntimeError(message)
