# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of preferences at work: made when first asked for, filled, its wishes carried out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from reader import settings as names
from reader.errors import ReaderError
from reader.model.ids import TagId
from reader.model.name_list import NameList
from reader.model.recognition import neural_choice_of, options_of
from reader.settings import Setting
from reader.store import Library
from reader.ui.confidence import LeastConfidence
from reader.ui.controller import Controller
from reader.ui.i18n import isolated
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.messages import filled, sentence_for
from reader.ui.models.tags import ShownTags
from reader.ui.preferences import Preferences
from reader.workspace.worker import errand

if TYPE_CHECKING:
    from reader.ui.dialogs.preferences.dialog import PreferencesDialog
    from reader.ui.dialogs.preferences.neural import ShownModel
    from reader.workspace.neural import Trial

SETTLED_MS = 800
"""So long after the last change of what is to be recognised, recognition begins anew."""

_RECOGNITION = frozenset(
    each.name
    for each in (
        names.STAGES_OFF,
        names.LEARNING,
        names.NEURAL,
        names.NEURAL_FOLDER,
        names.NEURAL_TAGS,
        names.NEURAL_THRESHOLD,
    )
)


class PreferencesDesk(QObject):
    """Signals: recognition_requested (): something was set that may give other suggestions."""

    recognition_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        jobs: Jobs,
        preferences: Preferences,
        least_confidence: LeastConfidence,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs
        self._preferences = preferences
        self._least_confidence = least_confidence
        self._tags = ShownTags()
        self._trial_text = ""
        self._recognised = replace(options_of(preferences.settings), learning=True)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)
        self.dialog: PreferencesDialog | None = None
        preferences.changed.connect(self._on_changed)
        least_confidence.changed.connect(lambda value: self._show_setting(names.SUGGESTION_THRESHOLD, value))

    def show(self, page: str = "") -> None:
        """Open the dialog, on a page of ``PAGES`` if one is named."""
        dialog = self._made()
        dialog.show_settings(self._preferences.settings)
        dialog.names.set_tags(self._tags)
        dialog.neural.set_tags(self._tags)
        self._show_lists()
        self._look_into(self._preferences.settings.get(names.NEURAL_FOLDER))
        if page:
            dialog.go_to(page)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def set_tags(self, tags: ShownTags) -> None:
        """The tagset, the language or the theme changed."""
        self._tags = tags
        if self.dialog is not None:
            self.dialog.names.set_tags(tags)
            self.dialog.neural.set_tags(tags)

    def refresh(self) -> None:
        """Something in the library changed."""
        if self.dialog is not None and self.dialog.isVisible():
            self._show_lists()

    # The dialog

    def _made(self) -> PreferencesDialog:
        if self.dialog is None:
            from reader.ui.dialogs.preferences.dialog import PreferencesDialog  # noqa: PLC0415 - seldom opened

            self.dialog = PreferencesDialog(self._window)
            self.dialog.value_requested.connect(self._set)
            self.dialog.finished.connect(self._save)
            neural, lists = self.dialog.neural, self.dialog.names
            neural.folder_chosen.connect(self._look_into)
            neural.trial_requested.connect(self._try)
            lists.addition_requested.connect(self._add)
            lists.reading_requested.connect(lambda path: self._add([path], ""))
            lists.removal_requested.connect(
                lambda list_id: self._change(lambda store: store.name_lists.remove(list_id))
            )
            lists.switch_requested.connect(
                lambda list_id, is_on: self._change(lambda store: store.name_lists.set_on(list_id, is_on=is_on))
            )
            lists.tag_requested.connect(
                lambda list_id, tag: self._change(lambda store: store.name_lists.set_tag(list_id, TagId(tag)))
            )
        return self.dialog

    def _set(self, setting: Setting[Any], value: Any) -> None:
        if setting is names.SUGGESTION_THRESHOLD:
            self._least_confidence.set(value)
        else:
            self._preferences.set(setting, value)

    def _on_changed(self, setting: Setting[Any], value: Any) -> None:
        self._show_setting(setting, value)
        if setting.name in _RECOGNITION:
            self._settled.start()

    def _on_settled(self) -> None:
        """What recognises reads the settings from their file."""
        self._save()
        wanted = replace(options_of(self._preferences.settings), learning=True)
        if wanted != self._recognised:
            self._recognised = wanted
            self.recognition_requested.emit()

    def _show_setting(self, setting: Setting[Any], value: Any) -> None:
        if self.dialog is not None:
            self.dialog.show_setting(setting, value)

    def _save(self) -> None:
        """The dialog was closed: what was set is on disk."""
        try:
            self._preferences.settings.save(at_once=False)
        except OSError as error:
            self._window.messages.tell_error(
                filled(self.tr("The settings could not be saved: %1"), error.strerror or str(error))
            )

    # The neural model

    def _look_into(self, folder: str) -> None:
        if self.dialog is None:
            return
        if not folder:
            self.dialog.neural.show_model(None)
            return
        self._jobs.start(
            "look into model",
            lambda _task: _look_into(Path(folder)),
            on_success=self._on_model_found,
            on_failure=self._on_model_refused,
        )

    def _on_model_found(self, found: ShownModel) -> None:
        if self.dialog is not None:
            self.dialog.neural.show_model(found)

    def _on_model_refused(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.neural.show_model(None, sentence_for(error))

    def _try(self, text: str) -> None:
        if self.dialog is None:
            return
        self._trial_text = text
        self.dialog.neural.show_working()
        self._jobs.start(
            "try model",
            errand("try_model", choice=neural_choice_of(self._preferences.settings), text=text),
            on_success=self._on_tried,
            on_failure=self._on_trial_failed,
        )

    def _on_tried(self, trial: Trial) -> None:
        if self.dialog is None:
            return
        text, locale = self._trial_text, QLocale()
        found = [
            (
                text[each.start : each.end],
                self._tags.name(each.tag_id),
                f"{locale.toString(round(each.confidence * 100))} %",
            )
            for each in trial.names
        ]
        loading, reading = (locale.toString(seconds, "f", 1) for seconds in (trial.loading_s, trial.reading_s))
        told = "\n".join(f"{isolated(quote)} — {isolated(tag)}, {isolated(sure)}" for quote, tag, sure in found)
        told = told or self.tr("It found nothing in this sentence.")
        time = filled(self.tr("It was loaded in %1 s and read the sentence in %2 s."), loading, reading)
        self.dialog.neural.show_outcome(f"{told}\n{time}")

    def _on_trial_failed(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.neural.show_outcome(sentence_for(error), is_failure=True)

    # Lists of names

    def _show_lists(self) -> None:
        nothing: list[NameList] = []
        if self.dialog is not None:
            self.dialog.names.show_lists(self._controller.ask(lambda library: library.name_lists.all(), nothing))

    def _add(self, paths: Sequence[Path], tag_id: str) -> None:
        """Read files into the library, one after the other."""
        library_path = self._controller.library_path
        waiting = list(paths)
        if not waiting or not self._controller.open_library():
            return
        self._jobs.start(
            "name list",
            errand("add_name_list", library_path=library_path, path=waiting[0], tag_id=TagId(tag_id)),
            on_success=lambda made: self._on_added(made, waiting[1:], tag_id),
            on_failure=self._on_list_refused,
        )

    def _on_added(self, made: NameList, others: Sequence[Path], tag_id: str) -> None:
        if self.dialog is not None:
            told = self.tr("%n names were read from “%1”.", "", made.names)
            self.dialog.names.show_outcome(filled(told, made.title))
        self._lists_changed()
        self._add(others, tag_id)

    def _on_list_refused(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.names.show_outcome(sentence_for(error), is_failure=True)

    def _change(self, act: Callable[[Library], None]) -> None:
        self._controller.ask(act, None)
        if self.dialog is not None:
            self.dialog.names.show_outcome("")
        self._lists_changed()

    def _lists_changed(self) -> None:
        self._show_lists()
        self.recognition_requested.emit()


def _look_into(folder: Path) -> ShownModel:
    from reader.recognisers.neural import Kind, look_into, require_extra, usual_tag  # noqa: PLC0415 - on a thread
    from reader.ui.dialogs.preferences.neural import ShownModel  # noqa: PLC0415

    found = look_into(folder)
    require_extra(folder)
    kinds = tuple((kind, str(usual_tag(kind) or "")) for kind in found.kinds)
    return ShownModel(name=found.name, size_bytes=found.size_bytes, kinds=kinds, asked=found.kind is Kind.SPANS)
