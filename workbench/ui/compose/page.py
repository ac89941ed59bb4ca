"""The compose page: events, form and JSON, preview and response, side by side or as tabs."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QWidget

from workbench.contract.loading import Contract
from workbench.events.composition import Composition
from workbench.events.draft import Draft
from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem
from workbench.ui.compose.composer import Composer
from workbench.ui.compose.events_pane import EventsPane
from workbench.ui.compose.form import EventForm

if TYPE_CHECKING:
    from workbench.events.reading import Reading
    from workbench.judging.judge import Judge
    from workbench.ui.compose.fixes import Fixes
    from workbench.ui.compose.json_tab import JsonTab
    from workbench.ui.compose.preview import Preview
    from workbench.ui.compose.response import ResponseView
    from workbench.ui.compose.response_rows import Response
    from workbench.ui.templates.tab import TemplatesTab

NARROW = 1100
_NARROW_IN_LETTERS = 150
_GROWS_OLD_MS = 20_000

_UNREAD = (
    "The text under JSON is not in the request: put it right or take its events over, or choose Form to send what "
    "stands there."
)


class ComposePage(QWidget):
    """Wires the composer to its views. Below 1100 pixels the right pane becomes two more tabs."""

    def __init__(
        self,
        *,
        composer: Composer,
        judge: "Callable[[], Judge]",
        contract: Contract,
        clock: Callable[[], float],
        fresh_id: Callable[[], str],
        from_template: Callable[[str], Draft],
        make_templates: "Callable[[], TemplatesTab]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._fresh_id = fresh_id
        self._clock = clock
        self._from_template = from_template
        self._narrow = False
        self._make_templates = make_templates
        self.events = EventsPane(composer=composer, parent=self)
        self.form = EventForm(contract=contract, clock=clock, fresh_id=fresh_id, parent=self)
        self._judge = judge
        self._contract = contract
        self._fixes: Fixes | None = None
        self._preview: Preview | None = None
        self._json: JsonTab | None = None
        self._templates: TemplatesTab | None = None
        self._response: ResponseView | None = None
        self.middle = QTabWidget(self)
        self.middle.setObjectName("compose.tabs")
        self.middle.setDocumentMode(True)
        self.middle.addTab(self.form, "Form")
        self.right = QTabWidget(self)
        self.right.setObjectName("compose.right")
        self.right.setDocumentMode(True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("compose.splitter")
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.events, 0), (self.middle, 3), (self.right, 2)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([190, 560, 450])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._timer = QTimer(self)
        self._timer.setInterval(_GROWS_OLD_MS)
        self._connect()
        self._reload()
        if composer.is_judged:
            self._show_judgement()
        self._timer.start()

    def build_tabs(self) -> Iterator[QWidget]:
        """Builds the tabs that the first sight did not need, one each time it is asked for the next."""
        yield self.json
        yield self.templates
        yield self.response

    @property
    def fixes(self) -> "Fixes":
        """Carries out repairs; made with the first judgement."""
        if self._fixes is None:
            from workbench.ui.compose.fixes import Fixes

            self._fixes = Fixes(
                composer=self._composer,
                judge=self._judge(),
                contract=self._contract,
                fresh_id=self._fresh_id,
                parent=self,
            )
        return self._fixes

    @property
    def preview(self) -> "Preview":
        """The preview, built with the first judgement."""
        if self._preview is None:
            from workbench.ui.compose.preview import Preview

            self._preview = Preview(contract=self._contract, payloads=self._payloads, parent=self)
            self._preview.go_to.connect(self.go_to)
            self._preview.fix_asked.connect(self.fixes.fix)
            self._preview.heading.fix_selected_asked.connect(self.fixes.fix_selected)
            self._preview.heading.fix_every_asked.connect(self.fixes.fix_every)
            self.fixes.done.connect(self._preview.heading.tell)
            tabs = self.middle if self._narrow else self.right
            tabs.insertTab(tabs.indexOf(self._response) if self._response else -1, self._preview, "Preview")
        return self._preview

    @property
    def json(self) -> "JsonTab":
        """The JSON tab, built when it is first wanted."""
        if self._json is None:
            from workbench.ui.compose.json_tab import JsonTab

            self._json = JsonTab(contract=self._contract, parent=self)
            self._json.draft_edited.connect(self._json_edited)
            self._json.events_found.connect(self._take_events)
            self._json.unread_changed.connect(self._show_obstacle)
            self.middle.insertTab(1, self._json, "JSON")
        return self._json

    @property
    def templates(self) -> "TemplatesTab":
        """The templates tab, built when it is first wanted."""
        if self._templates is None:
            _ = self.json  # which stands before it
            self._templates = self._make_templates()
            self._templates.template_asked.connect(self.add_template)
            self._templates.own_asked.connect(self._add_own)
            self._templates.left.connect(self._leave_templates)
            self.middle.insertTab(2, self._templates, "Templates")
        return self._templates

    @property
    def response(self) -> "ResponseView":
        """The response pane, built when it is first wanted."""
        if self._response is None:
            from workbench.ui.compose.response import ResponseView

            self._response = ResponseView(parent=self)
            self._response.go_to.connect(self.go_to_event)
            (self.middle if self._narrow else self.right).addTab(self._response, "Response")
        return self._response

    # -- what the window's actions ask for

    def new_event(self) -> None:
        """A blank event with a fresh id and the present time."""
        draft = Draft(values={"event_id": self._fresh_id(), "event_time": str(int(self._clock()))})
        self._composer.add((draft,))
        self.go_to("event_name")

    def duplicate_event(self) -> None:
        """The selected event once more, under an id of its own."""
        self._composer.add((self._composer.composition.current.with_value("event_id", self._fresh_id()),))

    def remove_event(self) -> None:
        """Takes the selected event out."""
        self._composer.remove(self._composer.composition.selected)

    def add_template(self, name: str) -> None:
        """An event from a template, behind the selected one; it replaces a lone blank event."""
        self._add(self._from_template(name))

    def show_templates(self) -> None:
        """Offers the templates."""
        self.middle.setCurrentWidget(self.templates)
        self.templates.start()

    def save_template(self) -> None:
        """Asks, in the templates tab, under which name the selected event is to be kept."""
        self.middle.setCurrentWidget(self.templates)
        self.templates.reload()
        self.templates.save_bar.start()

    def another_person(self) -> None:
        """The match keys of the next made-up person in place of those of the selected event."""
        from workbench.events.people import person, with_person
        from workbench.judging.synthetic import next_seed

        draft = self._composer.composition.current
        self._composer.replace_draft(with_person(draft, person(next_seed(draft))))

    def go_to(self, path: str) -> None:
        """Shows the editor of a path in the form."""
        self.middle.setCurrentWidget(self.form)
        self.form.reveal(path)

    def show_response(self, response: "Response") -> None:
        """Shows the result of a send."""
        self.response.show_response(response)
        self.reveal_response()

    def reveal_response(self) -> None:
        """Brings the response in sight."""
        tabs = self.middle if self._narrow else self.right
        tabs.setCurrentWidget(self.response)

    def focus_events(self) -> None:
        """Puts the keys into the list of events."""
        self.events.focus_list()

    def focus_problems(self) -> None:
        """Puts the keys into the list of problems."""
        self._reveal_preview()
        self.preview.focus_problems()

    def toggle_coverage(self) -> None:
        """The coverage of the request in full, and back to the body."""
        tabs = self.middle if self._narrow else self.right
        in_sight = tabs.currentWidget() is self.preview
        tabs.setCurrentWidget(self.preview)
        self.preview.open_coverage(opened=not (in_sight and self.preview.coverage_opened))

    def fix_at_hand(self) -> None:
        """Fixes the problem under the keys: the current one of the list, or that of the field being edited."""
        problem = self.preview.problem_at_hand
        if problem is not None:
            self.fixes.fix(problem)
        elif self.middle.currentWidget() is self.form and self.form.problem_at_hand is not None:
            self._fix_in_form(self.form.problem_at_hand)

    def fix_selected(self) -> None:
        """Makes every certain fix of the selected event."""
        self._reveal_preview()
        self.fixes.fix_selected()

    def fix_every(self) -> None:
        """Makes every certain fix of the request."""
        self._reveal_preview()
        self.fixes.fix_every()

    def toggle_json(self) -> None:
        """Form to JSON and back."""
        on_json = self._on_json
        self.middle.setCurrentWidget(self.form if on_json else self.json)
        (self.form if on_json else self.json.edit).setFocus()

    def paste(self, text: str) -> None:
        """Shows the JSON tab and reads a text there."""
        self.middle.setCurrentWidget(self.json)
        self.json.paste(text)

    def format_json(self) -> None:
        """Lays the JSON out anew."""
        self.json.format()

    # -- inside

    def _reveal_preview(self) -> None:
        (self.middle if self._narrow else self.right).setCurrentWidget(self.preview)

    def _fix_in_form(self, problem: object) -> None:
        """The keys go back to the field: the button that was pressed is gone."""
        if isinstance(problem, Problem):
            self.fixes.fix(problem)
            self.form.reveal(problem.path)

    def _add(self, draft: Draft) -> None:
        drafts = self._composer.composition.drafts
        if len(drafts) == 1 and not any(drafts[0].filled()) and not drafts[0].extras:
            self._composer.load(Composition((draft,)))
        else:
            self._composer.add((draft,))
        self.go_to("event_name")

    def _leave_templates(self) -> None:
        self.go_to("event_name")

    def _add_own(self, template: object) -> None:
        from workbench.events.own_templates import OwnTemplate

        if isinstance(template, OwnTemplate):
            draft = template.draft(contract=self._contract)
            draft = draft.with_value("event_time", str(int(self._clock())))
            self._add(draft.with_value("event_id", self._fresh_id()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # With large text the three panes need more room than pixels alone tell.
        self._fold(narrow=self.width() < max(NARROW, _NARROW_IN_LETTERS * self.fontMetrics().averageCharWidth()))

    def _connect(self) -> None:
        self.form.edited.connect(self._composer.edit)
        self.form.lines_edited.connect(self._composer.edit_lines)
        self.form.fix_asked.connect(self._fix_in_form)
        self.events.new_asked.connect(self.new_event)
        self.events.duplicate_asked.connect(self.duplicate_event)
        self.events.remove_asked.connect(self.remove_event)
        self.events.templates_asked.connect(self.show_templates)
        self.events.person_asked.connect(self.another_person)
        self.middle.currentChanged.connect(self._tab_changed)
        self._composer.edited.connect(self._edited)
        self._composer.reloaded.connect(self._reload)
        self._composer.judged.connect(self._show_judgement)
        self._timer.timeout.connect(self._composer.refresh)

    def _edited(self) -> None:
        if self._on_json:
            self.form.show_draft(self._composer.composition.current)

    def _json_edited(self, draft: object) -> None:
        if isinstance(draft, Draft):
            self._composer.edit_draft(draft)

    def _reload(self) -> None:
        draft = self._composer.composition.current
        self.form.show_draft(draft)
        if self._on_json:
            self.json.show_draft(draft)

    @property
    def _on_json(self) -> bool:
        return self._json is not None and self.middle.currentWidget() is self._json

    def _tab_changed(self, _index: int) -> None:
        if self._on_json:
            self.json.show_draft(self._composer.composition.current)
        self._show_obstacle()

    def _show_obstacle(self) -> None:
        """What stands in the form is sent; a text in sight that says something else must not seem to be."""
        unread = self._on_json and self.json.unread
        self._composer.set_obstacle(_UNREAD if unread else "")

    def _show_judgement(self) -> None:
        judgement = self._composer.judgement
        problems = self._composer.problems()
        self.form.show_verdict(self._composer.composition.current, problems, judgement.hashed)
        every = (*self._composer.request_problems, *problems)
        self.preview.show_event(judgement.payload, every, now=self._composer.now())
        self.preview.heading.show_fixes(self.fixes.here, *self.fixes.everywhere)

    def _payloads(self) -> Iterator[JsonObject]:
        return (judgement.payload for judgement in self._composer.judgements)

    def _take_events(self, reading: "Reading", replace: bool) -> None:
        if not reading.events:
            return
        drafts = tuple(event.draft for event in reading.events)
        if replace:
            self._composer.load(Composition(drafts))
        else:
            self._composer.add(drafts)
        self.middle.setCurrentWidget(self.form)

    def go_to_event(self, position: int, path: str) -> None:
        """Selects an event, and shows the editor of a path of it; "" shows none."""
        self._composer.select(min(position, len(self._composer.composition.drafts) - 1))
        if path:
            self.go_to(path)

    def _fold(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        seen = self.middle.currentWidget()
        target = self.middle if narrow else self.right
        if self._preview is not None:
            target.addTab(self._preview, "Preview")
        if self._response is not None:
            target.addTab(self._response, "Response")
        self.right.setVisible(not narrow)
        if not narrow and seen in (self._preview, self._response):
            self.right.setCurrentWidget(seen)
            self.middle.setCurrentWidget(self.form)
