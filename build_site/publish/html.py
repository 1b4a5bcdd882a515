"""Build the site: MkDocs behind one door, then what MkDocs cannot do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from build_site.model.capture import InputError
from build_site.publish.api import write_api
from build_site.publish.feeds import write_feeds
from build_site.publish.html_finish import finish
from build_site.publish.row import Tables
from build_site.publish.search import write_search


def build_html(root: Path, site: Path, fold: Mapping[str, str] | None = None) -> None:
    """Build the pages below `root`/docs into `site`; strict: a warning stops the build.

    Needs `root`/mkdocs.yml and a built `root`/dataset. The site's address is
    what mkdocs.yml says. `fold` maps Traditional characters to Simplified ones,
    so that either finds the text. Raises InputError if MkDocs warns of anything.
    """
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort as error:
        raise InputError(
            "mkdocs.yml", f"the strict build stopped: {error}", "See the warnings above"
        ) from error
    finally:
        config.plugins.on_shutdown()
    finish(root, site, str(config.site_url))
    tables = read_tables(root / "dataset" / "data")
    write_api(tables, site / "api")
    package = json.loads((root / "dataset" / "datapackage.json").read_text(encoding="utf-8"))
    write_feeds(tables, site, str(config.site_url), package["created"][:10], package["version"])
    write_search(tables, site / "search-index", fold or {})


def read_tables(folder: Path) -> Tables:
    """Return the published tables from their JSON files."""
    return {
        file.stem: tuple(json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.json"))
    }
