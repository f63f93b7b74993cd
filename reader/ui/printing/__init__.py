# SPDX-License-Identifier: GPL-3.0-or-later
"""The article on paper: pages with notes in the margin beside their lines, as a PDF file or on a printer."""
