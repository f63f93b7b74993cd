# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of annotations are read in a confined process, and what it hands over is the same and is not believed."""

from __future__ import annotations

import io
import json

import pytest
from interchange.nasty import content_of

from reader.errors import AnnotationsUnreadable, FormatUnavailable, ImportTooHeavy
from reader.interchange import FORMATS, Feature, Options, ReadOptions
from reader.workspace.extraction import MEBIBYTE, Extractor, Limits
from reader.workspace.extraction_frames import StrangeAnswer
from reader.workspace.received_frames import read_received, write_received

READ_BACK = [name for name, form in FORMATS.items() if form.is_read and form.is_written]


def written(name, tmp_path):
    form, stream = FORMATS[name], io.BytesIO()
    keeps_all = {Feature.OVERLAPS, Feature.PARTS, Feature.LINES} <= form.keeps
    form.write([content_of("astral", overlapping=keeps_all)], stream, Options())
    path = tmp_path / f"file{form.suffix}"
    path.write_bytes(stream.getvalue())
    return path


def confined(extractor, path, name):
    return list(extractor.annotations(path, name, ReadOptions(), lambda _done, _total: None, lambda: False))


def test_every_format_says_the_same_from_a_confined_process(tmp_path):
    with Extractor() as extractor:
        for name in READ_BACK:
            try:
                path = written(name, tmp_path)
            except FormatUnavailable:
                continue
            assert confined(extractor, path, name) == list(FORMATS[name].read(path, ReadOptions())), name


def test_what_is_wrong_with_a_file_is_told_with_its_place(tmp_path):
    path = tmp_path / "broken.csv"
    path.write_text("start,end,tag\nx,2,place\n", "utf-8")

    with Extractor() as extractor, pytest.raises(AnnotationsUnreadable) as told:
        confined(extractor, path, "csv")

    assert (told.value.path, "row" in told.value.place) == (path, True)


def test_a_file_that_takes_too_much_memory_ends_with_a_clear_error(tmp_path):
    path = tmp_path / "heavy.json"
    path.write_text("[" + "[1.5]," * 400_000 + "0]", "utf-8")
    limits = Limits(base_bytes=8 * MEBIBYTE, bytes_a_byte=1)

    with Extractor(limits) as extractor, pytest.raises(ImportTooHeavy):
        confined(extractor, path, "json")


@pytest.mark.parametrize(
    ("field", "value"),
    [("annotations", [{"start": "0"}]), ("title", 3), ("text", ["x"]), ("direction", "up"), ("tags", 7)],
)
def test_an_answer_that_no_reader_of_ours_gives_is_refused(tmp_path, field, value):
    (received,) = FORMATS["json"].read(written("json", tmp_path), ReadOptions())
    stream = io.StringIO()
    write_received(stream, received)
    record = json.loads(stream.getvalue())

    with pytest.raises(StrangeAnswer):
        list(read_received(io.StringIO(json.dumps({**record, field: value}) + "\n")))
