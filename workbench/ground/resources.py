"""Where the shipped resources are: in a checkout, in an installed wheel, or in a frozen program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_root() -> Path:
    """The folder that holds ``contract/``, ``icons/``, ``help/`` and ``samples/``.

    An installed wheel and a frozen program carry it inside the package; a checkout keeps it beside the package.
    Raises FileNotFoundError when the installation is incomplete.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if (root / "contract").is_dir():
            return root
    message = f"The installation is incomplete: no resources beside {_PACKAGE}. Install the program again."
    raise FileNotFoundError(message)


def resource(name: str) -> Path:
    """The path of one resource, named as in the source tree: ``contract/event.toml``."""
    return resources_root() / name


def resource_text(name: str) -> str:
    """The text of one resource."""
    return resource(name).read_text(encoding="utf-8")
