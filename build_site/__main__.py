"""python -m build_site."""

from build_site.cli import main

main()
