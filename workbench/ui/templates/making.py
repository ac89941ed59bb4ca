"""Puts the templates tab together from the window's parts, when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.events.draft import Draft

if TYPE_CHECKING:
    from workbench.ui.parts import Parts
    from workbench.ui.templates.tab import TemplatesTab


def make_templates_tab(*, parts: "Parts", current: Callable[[], Draft]) -> "TemplatesTab":
    """The tab over the shelf in the data folder; ``current`` is the selected event."""
    from workbench.events.template_shelf import TemplateShelf
    from workbench.ui.templates.file_dialog import FileDialog
    from workbench.ui.templates.own_desk import OwnDesk
    from workbench.ui.templates.tab import TemplatesTab

    shelf = TemplateShelf(path=parts.paths.templates)
    desk = OwnDesk(shelf=shelf, judge=parts.judge, contract=parts.contract, clock=parts.clock)
    return TemplatesTab(contract=parts.contract, desk=desk, current=current, ask_file=FileDialog())
