# SPDX-License-Identifier: GPL-3.0-or-later
"""One sample in a process of its own: ``python -m tests.benchmarks.worker MODULE FUNCTION ARGUMENTS`` prints JSON."""

from __future__ import annotations

import importlib
import json
import sys


def main() -> None:
    module, function, arguments = sys.argv[1:]
    measure = getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)
    found = measure(**json.loads(arguments))
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
