"""Show the built site on this machine and build it anew as files change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer


def serve_html(site: Path, port: int, watched: Sequence[Path], rebuild: Callable[[], None]) -> None:
    """Serve `site` on 127.0.0.1 and reload open pages; returns when stopped by Ctrl+C.

    `rebuild` is called when a file at or below one of `watched` changes.
    """
    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
