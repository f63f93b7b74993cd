# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: ``python -m tests.benchmarks [--quick] [--fresh] [NAME…]`` prints tables of ratios beside the goals.

How it is measured. Every sample is a process of its own (``worker``), and the processes of the programs compared take
turns, so that a busy machine slows all of them alike. A figure is the median of several samples. The reading pane
stands in the program's real window with a library on disk; ``QTextEdit`` and ``QPlainTextEdit`` stand in a
``QMainWindow`` with a viewport as tall and a column as wide. All set the same face in the same size with the face's own
line height and no space between paragraphs, for ``QPlainTextEdit`` has no other. Each process opens a small text
first, so that neither imports nor fonts count. Frames are counted: a sample without the frame it times is an error.

``cpu`` is the time of the main thread, which is what blocks the window; ``wall`` is what passes for the user.
"""
