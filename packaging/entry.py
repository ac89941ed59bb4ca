"""Where the frozen program begins."""

import sys

from workbench.__main__ import main

sys.exit(main())
