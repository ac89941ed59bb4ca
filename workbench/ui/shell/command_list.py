"""Every command of the window, with its keys."""

from functools import partial
from typing import TYPE_CHECKING

from workbench.events.templates import templates
from workbench.ui.shell.actions import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.ui.workbench import Workbench


def listed_commands(workbench: "Workbench") -> tuple[Command, ...]:
    """What the window can do. Inside a text field Ctrl+Z undoes there first."""
    compose, composer, show = workbench.compose, workbench.composer, workbench.show_page

    def there(run: "Callable[[], None]") -> "Callable[[], None]":
        return partial(_on_compose, workbench, run)

    return (
        Command("send", "Send as the mode says", "Ctrl+Return", workbench.send),
        Command("send_live", "Send live … (always asks)", "Ctrl+Shift+Return", workbench.send_live),
        Command("cancel", "Cancel the send", "Ctrl+.", workbench.dispatch.cancel),
        Command("new", "New event", "Ctrl+N", there(compose.new_event)),
        Command("templates", "Choose a template", "Ctrl+Shift+N", there(compose.show_templates)),
        Command("save_template", "Save the event as a template", "Ctrl+S", there(compose.save_template)),
        Command("person", "Another made-up person for the event", "Ctrl+P", there(compose.another_person)),
        Command("duplicate", "Duplicate the event", "Ctrl+D", there(compose.duplicate_event)),
        Command("remove", "Remove the event", "Ctrl+Del", there(compose.remove_event)),
        Command("undo", "Undo the last change to the request", "Ctrl+Z", composer.undo),
        Command("redo", "Redo the change", "Ctrl+Shift+Z", composer.redo),
        Command("account", "Choose the account", "Ctrl+E", workbench.focus_account),
        Command("mode", "Choose the mode", "Ctrl+M", workbench.focus_mode),
        Command("events", "Go to the list of events", "Ctrl+L", there(compose.focus_events)),
        Command("problems", "Go to the problems", "Ctrl+J", there(compose.focus_problems)),
        Command("fix", "Fix the problem at hand", "Alt+Return", compose.fix_at_hand),
        Command("fix_selected", "Make every certain fix in the event", "Alt+Shift+Return", there(compose.fix_selected)),
        Command("fix_every", "Make every certain fix in all events", "Ctrl+Alt+Return", there(compose.fix_every)),
        Command("coverage", "Show the coverage of the request in full", "Ctrl+B", there(compose.toggle_coverage)),
        Command("json", "Switch between form and JSON", "Ctrl+T", there(compose.toggle_json)),
        Command("paste", "Paste events from the clipboard", "Ctrl+Shift+V", workbench.paste),
        Command("format", "Format the JSON", "Ctrl+Shift+F", there(compose.format_json)),
        Command("response", "Show the response", "Ctrl+R", there(compose.reveal_response)),
        Command("compose", "Page: Compose", "Ctrl+1", partial(show, "compose")),
        Command("history", "Page: History", "Ctrl+Shift+H", partial(show, "history")),
        Command("practice", "Page: Practice endpoint", "Ctrl+4", partial(show, "practice")),
        Command("detective", "Page: Detective", "Ctrl+Shift+D", partial(show, "detective")),
        Command("accounts", "Page: Accounts", "Ctrl+3", partial(show, "accounts")),
        Command("settings", "Page: Settings", "Ctrl+,", partial(show, "settings")),
        Command("help", "Page: Help", "F1", partial(show, "help")),
        Command("specification", "Compare with a newer specification …", "Shift+F1", workbench.compare_specification),
        Command("palette", "All commands", "Ctrl+K", workbench.open_palette),
        Command("shortcuts", "All shortcuts", "Ctrl+Shift+/", workbench.open_shortcuts),
        Command("quit", "Quit", "Ctrl+Q", workbench.window.close_quietly),
        *(
            Command(f"template.{each.name}", f"Add an event: {each.label}", "", partial(_add, workbench, each.name))
            for each in templates()
        ),
        *(
            Command(
                f"field.{field.path}", f"Field: {field.label} ({field.path})", "", partial(_go, workbench, field.path)
            )
            for field in workbench.contract.fields
            if not field.in_line
        ),
    )


def _on_compose(workbench: "Workbench", run: "Callable[[], None]") -> None:
    workbench.show_page("compose")
    run()


def _go(workbench: "Workbench", path: str) -> None:
    workbench.show_page("compose")
    workbench.compose.go_to(path)


def _add(workbench: "Workbench", name: str) -> None:
    workbench.show_page("compose")
    workbench.compose.add_template(name)
