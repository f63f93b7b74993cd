# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import of annotations would do, before anything is written, and what it did: both can be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.interchange import FORMATS, Format
from reader.interchange.received import ReceivedTag
from reader.model.ids import DocumentId, TagId
from reader.ui.dialog_desk import ENCODINGS
from reader.ui.import_messages import shown_name
from reader.ui.models import formats
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.workspace.annotation_import import Outcome
from reader.workspace.annotation_plan import ImportPlan, Placed

_MOST_ROWS = 1_000
"""Rows shown of each part; a file of 100,000 annotations is judged by its beginning and its number."""
_LONGEST_CELL = 120
_LONGEST_TITLE = 70
_ROW_PADDING_PX = 12
_MAKE, _LEAVE = "make", "leave"


class AnnotationImportDialog(QDialog):
    """Signals:
    look_requested (): the format, the text or the encoding chosen is another; see ``form`` and so on.
    import_requested (ImportPlan, bool create_tags, dict of tag names to TagId or None).
    """

    look_requested = Signal()
    import_requested = Signal(object, bool, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._plan: ImportPlan | None = None
        self._outcome: Outcome | None = None
        self._tags = ShownTags()
        self._documents: tuple[tuple[str, str], ...] = ()
        self._new_tags: dict[str, QComboBox] = {}
        self.headline = QLabel()
        self.labels = {name: QLabel() for name in ("form", "document", "encoding")}
        self.form_box, self.document_box, self.encoding_box = QComboBox(), QComboBox(), QComboBox()
        self.tree = QTreeWidget()
        self.make = QCheckBox()
        self.failure = QLabel()
        self.copy, self.import_button, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, path: Path, form: Format | None, documents: Sequence[tuple[str, str]], tags: ShownTags) -> None:
        """Another file is looked at; ``form`` is what it seems to be, ``documents`` are ids and titles."""
        self._path, self._plan, self._outcome = path, None, None
        self._documents, self._tags = tuple(documents), tags
        self.make.setChecked(True)
        self._fill_choices()
        self.form_box.setCurrentIndex(self.form_box.findData(form.name) if form is not None else -1)
        self.document_box.setCurrentIndex(0)
        self.encoding_box.setCurrentIndex(0)
        self.show_problem("")
        if form is None:
            self.headline.setText(filled(self.tr("What kind of file is %1? Choose its format."), self._file_name))

    @property
    def form(self) -> Format | None:
        return FORMATS.get(str(self.form_box.currentData()))

    @property
    def document_id(self) -> DocumentId | None:
        """What the file is about, by the user's word."""
        return DocumentId(found) if (found := str(self.document_box.currentData() or "")) else None

    @property
    def encoding(self) -> str:
        return str(self.encoding_box.currentData() or "utf-8")

    def show_plan(self, plan: ImportPlan) -> None:
        """What would be done."""
        self._plan = plan
        self.failure.hide()
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Why the file cannot be taken in so; another format, text or encoding may help. "" for no problem."""
        self._plan = None
        self.tree.clear()
        self._new_tags = {}
        self.headline.setText(filled(self.tr("The annotations in %1"), self._file_name))
        self.make.hide()
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))
        self._update_buttons()

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done."""
        self._outcome = outcome
        self._show()

    def report(self) -> str:
        """What the dialog says, as text."""
        lines = [self.headline.text()]
        if self.failure.isVisibleTo(self):
            lines.append(self.failure.text())
        for row in range(self.tree.topLevelItemCount()):
            lines += _lines_of(self.tree.topLevelItem(row))
        return "\n".join(lines) + "\n"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    @property
    def _file_name(self) -> str:
        return shown_name(self._path)

    def _lay_out(self) -> None:
        self.resize(820, 600)
        for label in (self.headline, self.failure):
            label.setWordWrap(True)
        self.failure.setObjectName("failure")
        self.failure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tree.setColumnCount(2)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._row_size = QSize(100, self.fontMetrics().height() + _ROW_PADDING_PX)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        boxes = (("form", self.form_box), ("document", self.document_box), ("encoding", self.encoding_box))
        for row, (name, box) in enumerate(boxes):
            self.labels[name].setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(self.labels[name], row, 0)
            grid.addWidget(box, row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.copy, None, self.cancel, self.import_button):
            foot.addStretch(1) if button is None else foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addLayout(grid)
        layout.addWidget(self.failure)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.make)
        layout.addLayout(foot)
        self.import_button.setDefault(True)
        for button in (self.copy, self.cancel):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        for box in (self.form_box, self.document_box, self.encoding_box):
            box.activated.connect(lambda _row: self.look_requested.emit())
        self.form_box.currentIndexChanged.connect(lambda _row: self._show_encoding())
        self.make.toggled.connect(self._on_make_toggled)
        self.cancel.clicked.connect(self.reject)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        self.import_button.clicked.connect(self._on_import)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import annotations"))
        self.labels["form"].setText(self.tr("&Format"))
        self.labels["document"].setText(self.tr("It is a&bout"))
        self.labels["encoding"].setText(self.tr("&Encoding"))
        self.tree.setAccessibleName(self.tr("What the import would do"))
        self.tree.setHeaderLabels([self.tr("In the file"), self.tr("What becomes of it")])
        self.make.setText(self.tr("&Make the tags that the library lacks"))
        self.copy.setText(self.tr("&Copy the report"))
        self.import_button.setText(self.tr("Import"))
        self._fill_choices()
        self._show()
        self._update_buttons()

    def _fill_choices(self) -> None:
        by_group = formats.in_groups(reading=True).values()
        _refill(self.form_box, [(formats.name_of(form), form.name) for forms in by_group for form in forms])
        titles = [(isolated(on_one_line(title, _LONGEST_TITLE)), id_) for id_, title in self._documents]
        _refill(self.document_box, [(self.tr("The texts that the file says"), ""), *titles])
        _refill(
            self.encoding_box,
            [("UTF-8", "utf-8"), *((name, code) for name, code in ENCODINGS.items() if code != "utf-8")],
        )

    def _show_encoding(self) -> None:
        is_text = self.form is not None and self.form.media_type.startswith("text/")
        for widget in (self.labels["encoding"], self.encoding_box):
            widget.setVisible(is_text)

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.headline.setText(self._sentence(plan))
        self.tree.clear()
        self._new_tags = {}
        self._add_part(self.tr("Texts (%1)"), len(plan.documents), map(self._document_row, plan.documents))
        if self._outcome is None:
            self._add_new_tags(plan)
        without = [
            (title, self.tr("neither the file nor the library has this text; choose it above"))
            for title in plan.unplaced
        ]
        self._add_part(self.tr("Without a text (%1)"), len(without), without)
        problems = plan.problems
        told = ((each.place, isolated(each.reason)) for each in problems)
        self._add_part(self.tr("Left out (%1)"), len(problems), told)
        self.tree.setColumnWidth(0, 300)
        self.make.setVisible(bool(plan.new_tags) and self._outcome is None)
        self._update_buttons()

    def _sentence(self, plan: ImportPlan) -> str:
        there = sum(each.already_there for each in plan.documents)
        outcome = self._outcome
        if outcome is not None:
            taken = self.tr("%n tags were taken in", "", outcome.annotations)
            left = self.tr("%n left out", "", outcome.left_out + len(plan.problems))
            said = filled(self.tr("%1: %2, %3."), self._file_name, taken, left)
            undo = self.tr("Undo takes them back in one step.")
            return f"{said} {undo}" if outcome.annotations else said
        counts = (
            self.tr("%n new tags", "", plan.count),
            self.tr("%n there already", "", there),
            self.tr("%n left out", "", len(plan.problems)),
        )
        return filled(self.tr("%1: %2, %3, %4."), self._file_name, *counts)

    def _document_row(self, placed: Placed) -> tuple[str, str]:
        said = [self.tr("%n new tags", "", len(placed.annotations))]
        if placed.document_id is None:
            said.insert(0, self.tr("a new text"))
        if placed.already_there:
            said.append(self.tr("%n there already", "", placed.already_there))
        if placed.found_again:
            said.append(self.tr("%n found again at another place", "", placed.found_again))
        if placed.problems:
            said.append(self.tr("%n left out", "", len(placed.problems)))
        return placed.title, self.tr(", ").join(said)

    def _add_new_tags(self, plan: ImportPlan) -> None:
        """Each tag that the library lacks, with what shall become of it."""
        part = self._add_part(
            self.tr("Tags that the library lacks (%1)"),
            len(plan.new_tags),
            ((_called(tag), "") for tag in plan.new_tags),
        )
        if part is None:
            return
        rows = [part.child(row) for row in range(part.childCount())]
        for row, tag in zip(rows, plan.new_tags[:_MOST_ROWS], strict=False):
            assert row is not None
            box = QComboBox()
            box.setAccessibleName(_called(tag))
            box.addItem(self.tr("Make this tag"), _MAKE)
            box.addItem(self.tr("Leave out what has it"), _LEAVE)
            for known in self._tags.tags:
                box.addItem(filled(self.tr("It is the tag %1"), self._tags.name(known.id)), known.id)
            box.setCurrentIndex(0 if self.make.isChecked() else 1)
            self.tree.setItemWidget(row, 1, box)
            self._new_tags[tag.key] = box

    def _add_part(self, title: str, count: int, rows: Iterable[tuple[str, str]]) -> QTreeWidgetItem | None:
        if not count:
            return None
        part = QTreeWidgetItem([title.replace("%1", self.locale().toString(count)), ""])
        self.tree.addTopLevelItem(part)
        part.setFirstColumnSpanned(True)
        part.setSizeHint(0, self._row_size)
        for number, (name, said) in enumerate(rows):
            if number == _MOST_ROWS:
                part.addChild(QTreeWidgetItem([self.tr("and %n more", "", count - _MOST_ROWS), ""]))
                break
            item = QTreeWidgetItem([isolated(on_one_line(name, _LONGEST_CELL)), said])
            item.setToolTip(0, name)
            item.setToolTip(1, said)
            item.setSizeHint(0, self._row_size)
            part.addChild(item)
        part.setExpanded(True)
        return part

    def _on_make_toggled(self, makes: bool) -> None:
        """Tags that are not said to be others are all made, or all left out."""
        for box in self._new_tags.values():
            if box.currentData() in (_MAKE, _LEAVE):
                box.setCurrentIndex(0 if makes else 1)

    def _update_buttons(self) -> None:
        is_done, plan = self._outcome is not None, self._plan
        can_do = plan is not None and bool(plan.count or any(each.document_id is None for each in plan.documents))
        self.import_button.setVisible(not is_done)
        self.import_button.setEnabled(can_do)
        self.copy.setEnabled(plan is not None or bool(self.failure.text()))
        self.cancel.setText(self.tr("Close") if is_done else self.tr("Cancel"))
        for box in (self.form_box, self.document_box, self.encoding_box):
            box.setEnabled(not is_done)

    def _on_import(self) -> None:
        if self._plan is not None:
            self.import_requested.emit(self._plan, self.make.isChecked(), self._mapping())

    def _mapping(self) -> Mapping[str, TagId | None]:
        """What each tag that is not simply made becomes."""
        chosen = {name: str(box.currentData()) for name, box in self._new_tags.items()}
        given: dict[str, TagId | None] = {}
        for name, what in chosen.items():
            if what == _LEAVE:
                given[name] = None
            elif what != _MAKE:
                given[name] = TagId(what)
        return given


def _called(tag: ReceivedTag) -> str:
    """The tag's first name, else what the file calls it."""
    return next((name for _, name in tag.names if name), tag.key)


def _lines_of(part: QTreeWidgetItem | None) -> Iterator[str]:
    if part is None:
        return
    yield f"\n{part.text(0)}"
    for row in range(part.childCount()):
        item = part.child(row)
        texts = [] if item is None else [text for column in (0, 1) if (text := item.text(column))]
        yield f"- {': '.join(texts)}"


def _refill(box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, data in rows:
        box.addItem(text, data)
    box.setCurrentIndex(box.findData(chosen) if chosen is not None else 0)
    box.blockSignals(False)
