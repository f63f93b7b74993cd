# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of File ▸ Export: which documents, tags and suggestions, as what, into which file, and what gets lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.interchange import Feature, Format
from reader.model.ids import DocumentId, TagId
from reader.ui.dialogs.checklist import Checklist
from reader.ui.dialogs.format_list import FormatList
from reader.ui.models import formats
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.workspace.export_preview import Preview

_LONGEST_NAME = 80
_LONGEST_TITLE = 50
_LOOK_AFTER_MS = 150
"""Pause after a change before what would be written is looked at."""
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_THIS, _SOME, _ALL = "this", "some", "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be exported. ``documents`` are ids and titles, ``current`` the id of the open one or "".

    ``tags`` are ids and names, ``languages`` those that tags have names in, the one shown first.
    """

    documents: tuple[tuple[str, str], ...]
    current: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ("en",)
    folder: Path = field(default_factory=Path.home)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What the user wants. ``tags`` is None for all; ``least`` None for no suggestions, else 0…1."""

    form: Format
    documents: tuple[DocumentId, ...]
    tags: frozenset[TagId] | None
    least: float | None
    language: str
    with_text: bool
    for_spreadsheets: bool
    path: Path


class ExportDialog(QDialog):
    """Asks what to export and where.

    Signals:
        look_requested (ExportWish): the first lines and the losses of this are to be shown.
        export_requested (ExportWish).
    """

    look_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = Offered(documents=())
        self._chosen: Mapping[str, tuple[str, ...]] = {"documents": (), "tags": ()}
        self._proposed = ""
        self._loss_words = formats.LossWords(self)
        self.formats = FormatList()
        self.purpose = QLabel()
        self.labels = {name: QLabel() for name in ("documents", "tags", "language", "path")}
        self.documents, self.tags, self.language = QComboBox(), QComboBox(), QComboBox()
        self.choose_documents, self.choose_tags = QPushButton(), QPushButton()
        self.suggestions, self.least = QCheckBox(), QSpinBox(minimum=0, maximum=100, suffix="%")
        self.with_text, self.for_spreadsheets = QCheckBox(), QCheckBox()
        self.losses_title, self.losses = QLabel(), QLabel()
        self.preview_title, self.preview = QLabel(), QPlainTextEdit(readOnly=True)
        self.path, self.browse = QLineEdit(), QPushButton()
        self.warning = QLabel()
        self.failure = QLabel()
        self.export, self.cancel = QPushButton(), QPushButton()
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def offer(self, offered: Offered) -> None:
        """What there is to export; the open document is proposed."""
        self._offered = offered
        self._chosen = {"documents": (), "tags": ()}
        self.failure.hide()
        self._fill_choices()
        for choice in (self.documents, self.tags, self.language):
            choice.setCurrentIndex(0)
        self._propose()
        self._on_changed()
        self.formats.tree.setFocus()

    def remember(self, form: str, *, with_suggestions: bool, least: float) -> None:
        """What was chosen last time."""
        self.formats.choose(form)
        self.suggestions.setChecked(with_suggestions)
        self.least.setValue(round(100 * least))

    @property
    def wish(self) -> ExportWish | None:
        """What is chosen now; None while something is missing."""
        form, text = self.formats.current, self.path.text().strip()
        documents = self.document_ids()
        if form is None or not text or not documents:
            return None
        tags = frozenset(map(TagId, self._chosen["tags"])) if self.tags.currentData() == _SOME else None
        return ExportWish(
            form=form,
            documents=documents,
            tags=tags,
            least=self.least.value() / 100 if self.suggestions.isChecked() else None,
            language=str(self.language.currentData() or "en"),
            with_text=self.with_text.isChecked() or not form.can_leave_text_out,
            for_spreadsheets=self.for_spreadsheets.isChecked() and form.name == "csv",
            path=Path(text),
        )

    def document_ids(self) -> tuple[DocumentId, ...]:
        """The documents that are chosen."""
        every = tuple(DocumentId(id_) for id_, _title in self._offered.documents)
        chosen = {
            _THIS: tuple(each for each in every if each == self._offered.current),
            _SOME: tuple(DocumentId(each) for each in self._chosen["documents"]),
            _ALL: every,
        }
        return chosen.get(str(self.documents.currentData()), ())

    def show_preview(self, preview: Preview) -> None:
        """The first lines of the file."""
        if preview.text:
            text = preview.text if preview.is_whole else f"{preview.text}\n…"
        else:
            text = self.tr("This file is only for programs; its first lines say nothing to people.")
        self._run_lines()
        self.preview.setPlainText(text)
        title = self.tr("What the &file says") if preview.is_likeness else self.tr("The &file begins so")
        if preview.member:
            within = self.tr("The &file holds %1; %2 begins so")
            counted = self.tr("%n files", "", len(preview.members))
            title = filled(within, counted, on_one_line(preview.member, _LONGEST_TITLE).replace("&", "&&"))
        self.preview_title.setText(title)

    def show_losses(self, losses: Mapping[Feature, int]) -> None:
        """What the file would not hold."""
        words = self._loss_words
        said = [words.said(feature, count) for feature, count in sorted(losses.items()) if count]
        if said:
            self.losses.setText("\n".join(f"• {each}" for each in said))
        else:
            self.losses.setText(self.tr("Nothing of these documents is lost."))

    def show_failure(self, sentence: str) -> None:
        """Why it was not done; the dialog stays, so that something else can be tried."""
        self.failure.setText(sentence)
        self.failure.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(980, 680)
        self.formats.setFixedWidth(270)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.formats)
        columns.addLayout(self._right_side(), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(self.failure)
        layout.addLayout(foot)

    def _right_side(self) -> QVBoxLayout:
        for label in (self.purpose, self.losses, self.warning, self.failure):
            label.setWordWrap(True)
        self.failure.setObjectName("failure")
        self.failure.hide()
        self.warning.setObjectName("quiet")
        self.purpose.setObjectName("quiet")
        for title in (self.losses_title, self.preview_title):
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setTabChangesFocus(True)
        self.preview_title.setBuddy(self.preview)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.purpose)
        side.addLayout(self._choices())
        side.addWidget(self.losses_title)
        side.addWidget(self.losses)
        side.addWidget(self.preview_title)
        side.addWidget(self.preview, 1)
        side.addLayout(self._place())
        side.addWidget(self.warning)
        return side

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (("documents", self.documents, self.choose_documents), ("tags", self.tags, self.choose_tags))
        for row, (name, choice, button) in enumerate(rows):
            self.labels[name].setBuddy(choice)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(self.labels[name], row, 0)
            grid.addWidget(choice, row, 1)
            grid.addWidget(button, row, 2)
        self.labels["language"].setBuddy(self.language)
        grid.addWidget(self.labels["language"], 2, 0)
        grid.addWidget(self.language, 2, 1, Qt.AlignmentFlag.AlignLeading)
        suggested = QHBoxLayout()
        suggested.setSpacing(8)
        suggested.addWidget(self.suggestions)
        suggested.addWidget(self.least)
        suggested.addStretch()
        grid.addLayout(suggested, 3, 1, 1, 2)
        grid.addWidget(self.with_text, 4, 1, 1, 2)
        grid.addWidget(self.for_spreadsheets, 5, 1, 1, 2)
        return grid

    def _place(self) -> QHBoxLayout:
        self.labels["path"].setBuddy(self.path)
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.labels["path"])
        place.addWidget(self.path, 1)
        place.addWidget(self.browse)
        return place

    def _connect(self) -> None:
        self.export.setDefault(True)
        for button in (self.browse, self.choose_documents, self.choose_tags, self.cancel):
            button.setAutoDefault(False)
        self.with_text.setChecked(True)
        self.for_spreadsheets.setChecked(True)
        self.formats.chosen.connect(lambda _form: self._on_kind_changed())
        self.documents.activated.connect(lambda _row: self._on_scope("documents"))
        self.tags.activated.connect(lambda _row: self._on_scope("tags"))
        self.choose_documents.clicked.connect(lambda: self._ask("documents"))
        self.choose_tags.clicked.connect(lambda: self._ask("tags"))
        self.language.activated.connect(lambda _row: self._on_changed())
        for box in (self.suggestions, self.with_text, self.for_spreadsheets):
            box.toggled.connect(lambda _is_on: self._on_changed())
        self.least.valueChanged.connect(lambda _value: self._on_changed())
        self.path.textChanged.connect(lambda _text: self._check())
        self._pause.timeout.connect(self._look)
        self.browse.clicked.connect(self._on_browse)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._on_export)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export annotations"))
        self.labels["documents"].setText(self.tr("&Documents"))
        self.labels["tags"].setText(self.tr("&Tags"))
        self.labels["language"].setText(self.tr("&Names of tags"))
        self.labels["path"].setText(self.tr("Write t&o"))
        self.choose_documents.setText(self.tr("Choose…"))
        self.choose_tags.setText(self.tr("Choose…"))
        self.suggestions.setText(self.tr("&Suggestions too, marked as such, from a confidence of"))
        self.least.setAccessibleName(self.tr("Least confidence of suggestions"))
        self.with_text.setText(self.tr("With the te&xts themselves"))
        self.for_spreadsheets.setText(self.tr("Safe for sp&readsheets: no cell is run as a formula"))
        self.losses_title.setText(self.tr("What gets lost"))
        self.preview_title.setText(self.tr("The &file begins so"))
        self.browse.setText(self.tr("Choose…"))
        self.export.setText(self.tr("Export"))
        self.cancel.setText(self.tr("Cancel"))
        self._fill_choices()
        self._on_changed()

    def _fill_choices(self) -> None:
        """The choices in words, keeping what is chosen."""
        offered, titles = self._offered, dict(self._offered.documents)
        rows: list[tuple[str, str]] = []
        if offered.current in titles:
            title = on_one_line(titles[offered.current], _LONGEST_TITLE)
            rows.append((filled(self.tr("The open one: %1"), title), _THIS))
        if chosen := self._chosen["documents"]:
            rows.append((self.tr("%n chosen ones", "", len(chosen)), _SOME))
        rows.append((self.tr("The whole library (%n documents)", "", len(titles)), _ALL))
        _refill(self.documents, rows)
        tags = [(self.tr("All tags"), _ALL)]
        if chosen := self._chosen["tags"]:
            tags.append((self.tr("%n chosen tags", "", len(chosen)), _SOME))
        _refill(self.tags, tags)
        _refill(self.language, [(_language_name(code), code) for code in offered.languages])
        self.choose_documents.setEnabled(len(titles) > 1)
        self.choose_tags.setEnabled(len(offered.tags) > 1)

    def _ask(self, what: str) -> None:
        """Have documents or tags chosen one by one."""
        rows, choice = (
            (self._offered.documents, self.documents) if what == "documents" else (self._offered.tags, self.tags)
        )
        title = self.tr("Documents to export") if what == "documents" else self.tr("Tags to export")
        asking = Checklist(title, self)
        every = tuple(id_ for id_, _name in rows)
        now = tuple(self.document_ids()) if what == "documents" else self._chosen["tags"] or every
        asking.offer(rows, frozenset(now))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self._take_chosen(what, asking.chosen, choice))
        asking.open()

    def _take_chosen(self, what: str, ids: tuple[str, ...], choice: QComboBox) -> None:
        self._chosen = {**self._chosen, what: ids}
        self._fill_choices()
        choice.setCurrentIndex(choice.findData(_SOME))
        self._on_scope(what)

    def _on_scope(self, what: str) -> None:
        if what == "documents":
            self._propose()
        self._on_changed()

    def _on_kind_changed(self) -> None:
        self.failure.hide()
        self._propose()
        self._on_changed()

    def _run_lines(self) -> None:
        """Lines for programs run as those read them, from the left; those for readers as their letters say."""
        form, option = self.formats.current, self.preview.document().defaultTextOption()
        is_for_readers = form is not None and formats.group_of(form) is formats.Group.READING
        auto, leftmost = Qt.LayoutDirection.LayoutDirectionAuto, Qt.LayoutDirection.LeftToRight
        option.setTextDirection(auto if is_for_readers else leftmost)
        self.preview.document().setDefaultTextOption(option)

    def _propose(self) -> None:
        """A file name that says what is in it, unless the user wrote one; its ending follows the format anyway."""
        form, ids = self.formats.current, self.document_ids()
        if form is None:
            return
        suffix = form.suffix if form.holds_many or len(ids) < 2 else ".zip"
        present = self.path.text()
        if present and present != self._proposed:
            known = {one for each in formats.in_groups().values() for form in each for one in form.suffixes} | {".zip"}
            ending = next((one for one in sorted(known, key=len, reverse=True) if present.endswith(one)), "")
            self.path.setText(present.removesuffix(ending) + suffix if ending else present)
            return
        title = dict(self._offered.documents).get(ids[0], "") if len(ids) == 1 else self.tr("Annotations")
        folder = Path(present).parent if present else self._offered.folder
        self._proposed = str(folder / (file_name(title) + suffix))
        self.path.setText(self._proposed)

    def _on_changed(self) -> None:
        """Something that is written is another: look at it when there is a pause."""
        form = self.formats.current
        if form is not None:
            self.purpose.setText(formats.purpose_of(form) or isolated(form.title))
            self.with_text.setVisible(form.can_leave_text_out)
            self.for_spreadsheets.setVisible(form.name == "csv")
        self.least.setEnabled(self.suggestions.isChecked())
        self._check()
        if not self._offered.documents:
            self.losses.setText(self.tr("There is no text in the library yet. Open one first."))
            self.preview.clear()
            return
        self.losses.setText(self.tr("Counting…"))
        self._pause.start()

    def _look(self) -> None:
        if self.isVisible() and (wish := self.wish) is not None:
            self.look_requested.emit(wish)

    def _on_browse(self) -> None:
        form = self.formats.current
        kinds = f"{isolated(formats.name_of(form))} (*{form.suffix})" if form is not None else ""
        path, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self.path.text(), kinds, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if path:
            self.path.setText(path)

    def _check(self) -> None:
        wish = self.wish
        self.export.setEnabled(wish is not None)
        self.warning.clear()
        if wish is not None and wish.path.is_dir():
            self.warning.setText(self.tr("This is a folder. Add the name of a file."))
            self.export.setEnabled(False)
        elif wish is not None and wish.path.is_file():
            self.warning.setText(self.tr("This file exists; it will be replaced."))
        elif wish is not None and not wish.path.parent.is_dir():
            self.warning.setText(self.tr("There is no such folder. Choose one that exists."))
            self.export.setEnabled(False)

    def _on_export(self) -> None:
        if (wish := self.wish) is not None:
            self.failure.hide()
            self.export_requested.emit(wish)


def file_name(title: str) -> str:
    """The title as a name that every file system takes, without suffix."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", title).split()).strip(". ")
    return name[:_LONGEST_NAME].strip(". ") or "annotations"


def _refill(box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    for text, data in rows:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def _language_name(code: str) -> str:
    """The language's own name; the code where Qt knows none."""
    language = QLocale(code).language()
    if language == QLocale.Language.English:  # Qt would say which country's
        return "English"
    return code if language == QLocale.Language.C else QLocale(code).nativeLanguageName() or code
