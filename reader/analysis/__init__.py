# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions across the library: search, concordance, figures, agreement. Computes; reads the store, never writes it."""
