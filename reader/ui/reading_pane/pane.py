# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading pane: a page of right-to-left text of any size, with caret, selection and marks beneath the letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.hidden import Hidden
from reader.text.spans import Span
from reader.text.tashkeel import Tashkeel
from reader.ui.reading_pane.flow import Flow, Place, SignSource, StretchId
from reader.ui.reading_pane.keyboard import KeyHand
from reader.ui.reading_pane.marks import MarkLayer, MarkSource
from reader.ui.reading_pane.mouse import MouseHand
from reader.ui.reading_pane.painting import paint_page
from reader.ui.reading_pane.scrolling import Scroller
from reader.ui.reading_pane.style import Arc, ReadingStyle
from reader.ui.reading_pane.window import PageWindow

if TYPE_CHECKING:
    from reader.model.parts import Structure

_TOLD_AFTER_MS = 40
"""Lists and figures beside the page follow it so much later."""
_SMALLEST_PX, _LARGEST_PX = 12, 72


class ReadingPane(QAbstractScrollArea):
    """Shows a ``ChunkedText``; only the paragraphs in view are laid out, whatever the size of the text.

    Offsets are code points of the document. While the text is not counted, it can be read, selected and copied,
    but ``selection``, ``caret`` and ``visible_span`` are None and no marks are shown.

    Signals:
        selection_changed(Span | None), selection_finished(Span, QRect in global coordinates),
        mark_activated(kind: str, key: str), edges_requested(key: str, Span),
        visible_changed(Span), menu_requested(QPoint global, offset: int), zoom_requested(int steps),
        first_painted() once for each text shown, failed(ReaderError) when a part of the text cannot be read.
    """

    selection_changed = Signal(object)
    selection_finished = Signal(object, QRect)
    mark_activated = Signal(str, str)
    edges_requested = Signal(str, object)
    visible_changed = Signal(object)
    menu_requested = Signal(QPoint, int)
    zoom_requested = Signal(int)
    first_painted = Signal()
    failed = Signal(object)

    def __init__(self, style: ReadingStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport made here has its Python type at hand. For Qt's own, PySide6 6.11 would load every widget class it
        # knows to find the best match: a tenth of the time to the first picture.
        self.setViewport(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Text of the document"))
        self._style = style
        self._direction = Direction.RIGHT_TO_LEFT
        self._structure: Structure | None = None
        self._signs: SignSource | None = None
        self._source: MarkSource | None = None
        self._arcs: tuple[Arc, ...] = ()
        self._current: str | None = None
        self._fixed = self._head = Place(0, 0)
        self._painted = False
        self._told: tuple[Span | None, Span | None] = (None, None)
        self._soon = QTimer(self, interval=_TOLD_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._tell_view)
        self._hand = MouseHand(self)
        self._keys = KeyHand(self)
        self._scroller = Scroller(self)
        self._show(ChunkedText.from_string(""))

    # What is shown

    def show_text(
        self,
        text: ChunkedText,
        direction: Direction = Direction.RIGHT_TO_LEFT,
        structure: Structure | None = None,
    ) -> None:
        """Show another text from its start; marks and selection go. Without a structure its looks tell what it has."""
        self._direction, self._structure = direction, structure
        self._source, self._arcs, self._current = None, (), None
        self._fixed = self._head = Place(0, 0)
        self._painted = False
        self._show(text)
        self.tell()

    def replace_text(
        self, text: ChunkedText, direction: Direction | None = None, structure: Structure | None = None
    ) -> None:
        """Go on with the same text from elsewhere (file, then library): view, caret and selection stay."""
        top, turned = self._window.top_place(), direction not in (None, self._direction)
        has_news = any(each is not None and each.has_blocks for each in (structure, self._structure))
        self._structure = structure
        if not turned and not has_news and self._has_chunks_of(text, top.chunk):
            self._flow.structure = structure
            self._flow.text = text
        else:
            self._direction = direction or self._direction
            self._set_anew(text, top)
        self.marks_changed()
        self.moved()

    def set_structure(self, structure: Structure | None) -> None:
        """From now on ask this one what the paragraphs are: view, caret and selection stay."""
        self._structure = structure
        self.structure_changed()

    def set_signs(self, source: SignSource | None) -> None:
        """From now on ask this one for vowel signs, where the style wants generated ones."""
        self._signs = source
        self.signs_changed()

    def signs_changed(self) -> None:
        """The source of vowel signs knows more: what is in view is set anew, if it shows them."""
        if self._style.tashkeel is Tashkeel.GENERATED:
            self.structure_changed()

    def structure_changed(self) -> None:
        """Ask anew what the paragraphs are: view, caret and selection stay."""
        top = self._window.top_place()
        box = self._window.caret_box(top)
        self._reset_flow(same_width=False)
        if box is not None:
            self._window.show_at(top, box.top())
            self.moved()

    def clear(self) -> None:
        self.show_text(ChunkedText.from_string(""))

    @property
    def text(self) -> ChunkedText:
        return self._flow.text

    @property
    def style_in_use(self) -> ReadingStyle:
        return self._style

    def set_style(self, style: ReadingStyle) -> None:
        """Set the page anew in another style; what was at the top stays there."""
        self._style = style
        self._reset_flow(same_width=False)

    def zoom(self, steps: int) -> int:
        """Make the letters larger or smaller by so many steps of two pixels; returns their new size in pixels."""
        size = max(_SMALLEST_PX, min(_LARGEST_PX, self._style.size_px + 2 * steps))
        self.set_style(replace(self._style, size_px=size))
        return size

    @property
    def layouts_made(self) -> int:
        """Stretches shaped since the text was shown or set anew."""
        return self._flow.layouts_made

    # Marks

    def set_marks(self, source: MarkSource | None) -> None:
        """From now on ask ``source`` for the marks of what comes into view."""
        self._source = source
        self._marks = MarkLayer(self._flow, source)
        self._scroller.paint_anew()

    def marks_changed(self) -> None:
        """Fetch the marks in view again."""
        self._marks = MarkLayer(self._flow, self._source)
        self._scroller.paint_anew()

    def set_current_mark(self, key: str | None) -> None:
        """Set off one mark and offer its edges for dragging."""
        if key != self._current:
            self._current = key
            self._scroller.paint_anew()

    @property
    def current_mark(self) -> str | None:
        return self._current

    def set_arcs(self, arcs: Sequence[Arc]) -> None:
        """Draw these relations; earlier ones go."""
        self._arcs = tuple(arcs)
        self._scroller.paint_anew()

    # Caret and selection

    @property
    def caret(self) -> int | None:
        return self._flow.offset_of(self._head)

    @property
    def selection(self) -> Span | None:
        """What is selected, or None when nothing is or the text is not counted yet."""
        start, end = self._ordered()
        first, last = self._flow.offset_of(start), self._flow.offset_of(end)
        return Span(first, last) if first is not None and last is not None and first < last else None

    def select(self, span: Span | None) -> None:
        """Select a span, or nothing; scrolls only as far as needed to show its end."""
        if span is None:
            self._set_selection(self._head, self._head)
            return
        self._set_selection(self._flow.place_of(span.start), self._flow.place_of(span.end))
        self.reveal(span)

    def select_all(self) -> None:
        self._set_selection(Place(0, 0), self._flow.end())

    def selected_text(self) -> str:
        """The source text of the selection, verbatim and in logical order."""
        return self._flow.text_between(*self._ordered())

    def copy(self) -> None:
        """Put the selection on the clipboard; nothing happens without one."""
        if self._fixed != self._head:
            QGuiApplication.clipboard().setText(self.selected_text())

    # Going places

    def go_to(self, offset: int) -> None:
        """Put the caret at an offset and show its line in the upper third."""
        place = self._flow.place_of(offset)
        self._set_selection(place, place)
        self.show_place(offset)

    def start_at(self, offset: int) -> None:
        """Go on reading where ``top_offset`` was: the line of the offset at the top, the caret in it."""
        place = self._flow.place_of(offset)
        self._set_selection(place, place)
        self._window.show_at(place, 0.0)
        self.moved()

    def show_place(self, offset: int) -> None:
        """Scroll so that the line of an offset stands in the upper third; the caret stays."""
        self._window.show_at(self._flow.place_of(offset), self.viewport().height() / 3)
        self.moved()

    def reveal(self, span: Span) -> None:
        """Scroll as little as needed to show a span; far ones come to stand in the upper third."""
        boxes = self._window.boxes(self._flow.place_of(span.start), self._flow.place_of(span.end))
        height = self.viewport().height()
        if not boxes or boxes[0].top() < 0 or boxes[-1].bottom() > height:
            self.show_place(span.start)

    @property
    def top_offset(self) -> int | None:
        """Offset of the first line in view: where to open the text again."""
        return self._flow.offset_of(self._window.top_place())

    @property
    def visible_span(self) -> Span | None:
        """The span of the stretches in view, or None while the text is not counted."""
        stretches = [stretch for stretch, _ in self._window.visible()]
        if not stretches:
            return None
        start = self._flow.offset_of(Place(stretches[0].id.chunk, stretches[0].start))
        end = self._flow.offset_of(Place(stretches[-1].id.chunk, stretches[-1].end))
        return Span(start, end) if start is not None and end is not None and start < end else None

    def rect_of(self, span: Span) -> QRect | None:
        """The box around what is in view of a span, in the viewport's coordinates; None when nothing is."""
        boxes = self._window.boxes(self._flow.place_of(span.start), self._flow.place_of(span.end))
        if not boxes:
            return None
        united = boxes[0]
        for box in boxes[1:]:
            united = united.united(box)
        return united.toAlignedRect()

    def hidden_at(self, x: float, y: float) -> Sequence[Hidden]:
        """The unseen characters whose flag is at a point of the viewport."""
        from reader.ui.reading_pane.hidden_marks import flag_near  # noqa: PLC0415 - not for the first picture

        for shown in self._window.in_view():
            if (flag := flag_near(self._style, shown, x, y)) is not None:
                return flag.hidden
        return ()

    # For the hand that leads the mouse, the painter and accessibility

    @property
    def window_in_view(self) -> PageWindow:
        return self._window

    @property
    def flow(self) -> Flow:
        return self._flow

    @property
    def mark_layer(self) -> MarkLayer:
        return self._marks

    @property
    def places(self) -> tuple[Place, Place]:
        """The selection's fixed end and its moving one (the caret)."""
        return self._fixed, self._head

    @property
    def arcs(self) -> tuple[Arc, ...]:
        return self._arcs

    def make_ready(self, id_: StretchId) -> bool:
        """Have all that painting a stretch takes at hand; whether anything was missing."""
        stretch = self._flow.stretch(id_)
        if self._flow.is_laid(id_) and self._marks.has(stretch):
            return False
        self._flow.laid(id_).measure_ink()
        self._marks.on(stretch)
        return True

    def set_places(self, fixed: Place, head: Place, *, finished: bool = False) -> None:
        """Select from one place to another, with the caret at ``head``; ``finished`` when the user let go."""
        self._set_selection(fixed, head)
        if finished:
            self.tell_finished()

    def scroll_by(self, pixels: float) -> None:
        """Scroll down by so many pixels, or as far as the text goes."""
        self._scroller.scroll_by(pixels)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_page(painter, self, event.rect())
        self._scroller.on_painted(painter, event.region())
        painter.end()
        if not self._painted and self._flow.end() > (0, 0):
            self._painted = True
            self.first_painted.emit()
        if self._flow.failure is not None:
            failure, self._flow.failure = self._flow.failure, None
            self.failed.emit(failure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        same_width = event.size().width() == event.oldSize().width()
        self._reset_flow(same_width=same_width)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing moves by itself: the scroll bar only tells where to look."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
        elif event.pixelDelta().y():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self.scroll_by(-event.angleDelta().y() / 120 * 3 * self.line_px)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keys.forget_goal()
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        offset = self._flow.offset_of(self._window.place_at(event.pos().x(), event.pos().y()))
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            offset = self.caret
        if offset is not None:
            self.menu_requested.emit(event.globalPos(), offset)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._scroller.paint_anew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._scroller.paint_anew()

    # Inside

    def _show(self, text: ChunkedText) -> None:
        self._flow = self._new_flow(text)
        self._window = PageWindow(self._flow, self.viewport().height())
        self._marks = MarkLayer(self._flow, self._source)
        self._scroller.paint_anew()

    def _set_anew(self, text: ChunkedText, top: Place) -> None:
        """Set the same text, cut otherwise or in the other direction, with what was at the top at the top."""
        top_offset, fixed, head = (self._flow.counted_offset_of(place) for place in (top, self._fixed, self._head))
        self._flow = self._new_flow(text)
        self._window = PageWindow(self._flow, self.viewport().height())
        self._fixed, self._head = self._flow.place_of(fixed), self._flow.place_of(head)
        if top_offset:
            self._window.show_at(self._flow.place_of(top_offset), 0.0)

    def _has_chunks_of(self, text: ChunkedText, shown: int) -> bool:
        """Whether another copy of the text is cut as ours is: the same text may have come in from another encoding."""
        ours = self._flow.text
        return len(ours) == len(text) and ours.chunk(shown).text == text.chunk(shown).text

    def _new_flow(self, text: ChunkedText) -> Flow:
        width = self.viewport().width()
        return Flow(text, self._direction, self._style, width, self._structure, signs=self._signs)

    def _reset_flow(self, *, same_width: bool) -> None:
        if not same_width:
            self._flow = self._new_flow(self._flow.text)
            self._marks = MarkLayer(self._flow, self._source)
        self._window.resize(self._flow, self.viewport().height(), same_width=same_width)
        self.moved()

    def _ordered(self) -> tuple[Place, Place]:
        return min(self._fixed, self._head), max(self._fixed, self._head)

    @property
    def line_px(self) -> float:
        """About the height of a line, for steps of scrolling."""
        return self._style.size_px * 1.75 * self._style.line_height

    def _set_selection(self, fixed: Place, head: Place) -> None:
        self._fixed, self._head = fixed, head
        self._scroller.paint_anew()
        self.tell()

    def moved(self) -> None:
        """The window shows another part of the text: paint it and tell."""
        self._scroller.show_place()
        self._scroller.paint_anew()
        self.tell()

    def tell(self) -> None:
        """Emit what has changed of the selection now, and of the view soon: in a scroll, each frame would tell anew."""
        selection = self.selection
        if self._told[0] != selection:
            self._told = (selection, self._told[1])
            self.selection_changed.emit(selection)
        if self._painted and not self._soon.isActive():
            self._soon.start()

    def _tell_view(self) -> None:
        """Nothing is told of the view while the text is not counted."""
        visible = self.visible_span
        if visible is not None and self._told[1] != visible:
            self._told = (self._told[0], visible)
            self.visible_changed.emit(visible)

    def tell_finished(self) -> None:
        """Say that the user is done selecting, if anything is selected and in view."""
        selection = self.selection
        if selection is None:
            return
        rect = self.rect_of(selection)
        if rect is not None:
            corner = self.viewport().mapToGlobal(rect.topLeft())
            self.selection_finished.emit(selection, QRect(corner, rect.size()))
