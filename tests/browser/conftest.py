"""Builds the site once from the committed dataset and serves it on this machine only."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from build_site import build
from build_site.publish.html import build_html, read_tables
from build_site.publish.pages import write_pages

ROOT = Path(__file__).parents[2]
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: failing requests are seen by the tests themselves."""


class _Patient(ThreadingHTTPServer):
    """Keeps a browser's many requests waiting on a busy machine; the default refuses the sixth."""

    request_queue_size = 128
    daemon_threads = True


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address and the folder of the built site; the port is known before building."""
    root = tmp_path_factory.mktemp("site-root")
    site = root / "site"
    site.mkdir()
    handler = functools.partial(_Quiet, directory=str(site))
    listener = _Patient(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{listener.server_port}/"
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("*.po"))
    shutil.copytree(ROOT / "dataset", root / "dataset")
    write_pages(read_tables(root / "dataset" / "data"), root / "docs", build.rule_facts())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORK_REPORTS_SITE_URL", address)
        build_html(root, site, build.script_fold())
    thread = threading.Thread(target=listener.serve_forever, daemon=True)
    thread.start()
    yield address, site
    listener.shutdown()


@pytest.fixture(scope="session")
def address(server: tuple[str, Path]) -> str:
    """Return the address of the site's home page."""
    return server[0]


@pytest.fixture(scope="session")
def site(server: tuple[str, Path]) -> Path:
    """Return the folder of the built site."""
    return server[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a browser: the machine's own Chromium, else the one Playwright installed."""
    own = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=own, args=_ARGUMENTS)
        yield found
        found.close()
