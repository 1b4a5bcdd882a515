"""Know whether anything changed since a step was last done, by content and not by clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one sha256 over names and contents of all files at or below `paths`."""
    digest = sha256()
    for top in paths:
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if not file.is_file() or "__pycache__" in file.parts:
                continue
            digest.update(f"{top.name}/{file.relative_to(top).as_posix()}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


class Stamp:
    """Remembers, in one small file, that a step turned these inputs into these outputs."""

    def __init__(self, file: Path, inputs: Iterable[Path], outputs: Iterable[Path]) -> None:
        self._file = file
        self._inputs = tuple(inputs)
        self._outputs = tuple(outputs)

    def _now(self, extra: str) -> dict[str, str]:
        return {
            "inputs": fingerprint(self._inputs),
            "outputs": fingerprint(self._outputs),
            "extra": extra,
        }

    def holds(self, extra: str = "") -> bool:
        """Tell whether inputs, outputs and `extra` are what they were when it was set."""
        if not self._file.exists() or not all(p.exists() for p in self._outputs):
            return False
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
        except ValueError:
            return False
        return bool(known == self._now(extra))

    def set(self, extra: str = "") -> None:
        """Remember the present inputs and outputs."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self._now(extra)), encoding="utf-8")
