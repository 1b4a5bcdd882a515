"""What is only layout in a capture: marks without words, heads of columns, printed numbers."""

from __future__ import annotations

from collections.abc import Collection

from build_site.model.report import Kind

_HEAD = 12  # code points: the head of a table column is no longer
_SENTENCE = frozenset("，。；！？,;!?")


def is_layout(text: str, kind: Kind, printed: Collection[str] = ()) -> bool:
    """Say whether a run outside all paragraphs holds nothing but layout.

    Marks without a letter or digit; the number of a task, given in `printed`;
    in a table, the heads of its columns, which are short lines of words, with
    the number of the row that follows them.
    """
    if not any(character.isalnum() for character in text):
        return True
    if text.strip().strip("、.．") in printed:
        return True
    if kind not in (Kind.PROGRESS_TABLE, Kind.RESPONSIBILITY_BREAKDOWN):
        return False
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and lines[-1].strip("、.．") in printed:
        lines.pop()
    return len(lines) > 1 and all(
        len(line) <= _HEAD
        and _SENTENCE.isdisjoint(line)
        and not any(character.isdecimal() for character in line)
        for line in lines
    )
