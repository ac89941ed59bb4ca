"""Makes the setup program from the frozen folder: ``python packaging/windows/setup_program.py``. Needs Inno Setup 6.3.

ISCC names its compiler where it is not in the usual place. With a certificate (sign.py) the setup program and the
uninstaller are signed.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sign import certificate

from workbench import __version__

HERE: Final = Path(__file__).resolve().parent


def compiler(environment: Mapping[str, str]) -> str:
    """Where Inno Setup's compiler is to be found."""
    programs = environment.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")
    return environment.get("ISCC") or rf"{programs}\Inno Setup 6\ISCC.exe"


def command(environment: Mapping[str, str], *, version: str) -> list[str]:
    """How the setup program is made."""
    # $q is a quotation mark and $f the quoted file, in Inno Setup's words.
    signing = f"/Ssigntool=$q{sys.executable}$q $q{HERE / 'sign.py'}$q $f"
    signed = ["/DSign", signing] if certificate(environment) else []
    return [compiler(environment), "/Q", f"/DVersion={version}", *signed, str(HERE / "workbench.iss")]


def main(environment: Mapping[str, str]) -> int:
    """Makes the setup program and returns the exit code."""
    if not certificate(environment):
        print("No certificate is configured: the setup program is not signed.")
    try:
        return subprocess.run(command(environment, version=__version__), check=False).returncode
    except FileNotFoundError:
        print(f"Inno Setup is not to be found: {compiler(environment)}. ISCC names its compiler.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(os.environ))
