# SPDX-License-Identifier: GPL-3.0-or-later
"""Files nobody meant, for every importer: ``python -m tests.fuzz --minutes 5 [--format ID]``; a little in the suite."""
