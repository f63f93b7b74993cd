# SPDX-License-Identifier: GPL-3.0-or-later
"""The sequence tagger: features of words in their surroundings, a linear chain over them, and how sure it may be."""
