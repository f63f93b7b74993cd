# SPDX-License-Identifier: GPL-3.0-or-later
"""A package, so that ``tests.benchmarks`` is ours wherever another distribution brings a ``tests`` of its own
(pyglossary 5.2.1 does).
"""
