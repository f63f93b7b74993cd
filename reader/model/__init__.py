# SPDX-License-Identifier: GPL-3.0-or-later
"""What we say about texts: frozen records and nothing else."""
