"""Signs program files and installers on Windows: ``python packaging/windows/sign.py FILE...``.

The certificate is named in the environment: WINDOWS_CERTIFICATE, the path of a .pfx file, with
WINDOWS_CERTIFICATE_PASSWORD; or WINDOWS_CERTIFICATE_THUMBPRINT, for one in the user's store or on a token.
Without either the files stay as they are, and one line says so.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Final

# The time stamp keeps a signature good after the certificate has run out.
TIMESTAMP_SERVER: Final = "http://timestamp.digicert.com"


def certificate(environment: Mapping[str, str]) -> list[str]:
    """How signtool is told of the certificate; empty when there is none."""
    if thumbprint := environment.get("WINDOWS_CERTIFICATE_THUMBPRINT"):
        return ["/sha1", thumbprint]
    if path := environment.get("WINDOWS_CERTIFICATE"):
        return ["/f", path, "/p", environment.get("WINDOWS_CERTIFICATE_PASSWORD", "")]
    return []


def main(files: Sequence[str], environment: Mapping[str, str]) -> int:
    """Signs the files when there is a certificate, and returns the exit code."""
    if not files:
        print("Which files? sign.py FILE...", file=sys.stderr)
        return 2
    how = certificate(environment)
    if not how:
        print(f"No certificate is configured: not signed: {', '.join(files)}")
        return 0
    signtool = environment.get("SIGNTOOL", "signtool")
    command = [signtool, "sign", "/q", "/fd", "SHA256", "/tr", TIMESTAMP_SERVER, "/td", "SHA256", *how, *files]
    try:
        # What signtool prints may go on; the command, which may hold a password, is never printed.
        return subprocess.run(command, check=False).returncode
    except FileNotFoundError:
        print(f"{signtool} is not to be found. It comes with the Windows SDK; SIGNTOOL names it.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
