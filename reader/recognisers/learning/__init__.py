# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning from the reader: what was tagged and refused becomes better suggestions, in a model of a few megabytes."""
