# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reason of the tagger can be said in the language of the interface."""

import re

from reader.recognisers.tagger.reasons import SENTENCES
from reader.ui.models.reasons import REASONS


def test_interface_knows_every_sentence():
    assert set(SENTENCES) - set(REASONS) == set()


def test_sentences_quote_one_word_at_most():
    assert all(len(re.findall("%1", sentence)) <= 1 for sentence in SENTENCES)
