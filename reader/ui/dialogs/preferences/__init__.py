# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of preferences, made from a table of settings."""
