# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashiya, reader and annotator for Arabic and other right-to-left text.

Where things are, from the top down; whoever stands higher may import what stands lower, never the other way::

    __main__.py        the command ``hashiya``: without a command's name the window, else the command line
    ui/                the window; Qt lives here and nowhere else
        app.py             builds everything once and passes it in
        main_window.py     places the panes
        controller.py      the one road from the views to the workspace: wishes in, changes and failures out
        reading_pane/      the page: only what is in view is laid out; caret, selection, marks beneath the letters
        sidebar/           lists beside the text: tags, suggestions, relations, entities, terms, outline, words
        printing/          the article on paper: pages with notes in the margin, as a PDF file or on a printer
        popups/            what floats by the words: tag picker, note, what a word means
        dialogs/           what asks or shows much at once: tagset, documents, import, export, dictionaries
            preferences/       what can be set, made from the table of settings
        models/            Qt item models that hold a window of a long list
    cli/               the commands without a window
    workspace/         what the user is doing, without Qt: edits and undo, importing, recognising, changing texts
    analysis/          questions across the library: search, concordance, figures, agreement
    store/             the library: one SQLite file, the only SQL in the program
    importers/         files as text with its structure; all but plain text in a confined process
        dictionaries/      dictionary files of others, entry by entry
    interchange/       what is said about texts, in the formats of others: out and in
    recognisers/       suggestions: names, places, dates, numbers found by lists and rules
        tagger/            the trained tagger: features, weights, confidence
        learning/          what the reader's tags and decisions teach
        neural/            names found by a model that the user has in a folder
    lexicon/           what is known of words: parts, lemma, root, meanings, the reading that fits the sentence
    model/             what is said about a text: frozen records and their validity
    text/              what a text is: spans, offsets, direction, words, sentences, structure, two versions side by side
    errors.py          every failure that can be expected
    resources.py       where the program's own files lie
    settings.py        what the user can set, each declared once

A line of text travels one way::

    file ─importers→ text ─recognisers→ suggestions ─user→ wish ─controller→ edit ─workspace→ store ─interchange→ file
                           views fetch anew what they show ←─ changes ←──────────────────────┘

An offset is a code point in the stored text, half-open, for ever; folded or UTF-16 offsets always have a map home.
"""

__version__ = "0.1.0"
