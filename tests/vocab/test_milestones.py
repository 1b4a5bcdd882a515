"""The verbs of events are refused when they contradict themselves."""

from pathlib import Path

import pytest

import build_site.vocab
from build_site.model.capture import InputError
from build_site.vocab.milestones import milestones, parse_milestones

LISTS = (Path(build_site.vocab.__file__).parent / "milestones.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('ahead = ["开工建设"]', 'ahead = ["开工建设", "举办"]', "stands in two stages"),
        ("[words]", "[word]", "unknown or missing list"),
        ("done = { ahead", "made = { ahead", "needs promised and done"),
    ],
)
def test_a_contradiction_is_refused_with_the_file(before: str, after: str, problem: str) -> None:
    assert before in LISTS
    with pytest.raises(InputError, match=r"lists\.toml") as caught:
        parse_milestones(LISTS.replace(before, after, 1), "lists.toml")
    assert problem in str(caught.value)


def test_a_verb_tells_the_stage() -> None:
    assert milestones().stage_of("建成投用") == milestones().stage_of("开通") == "finished"
    assert milestones().stage_of("开工建设") == "started"
    assert milestones().stage_of("推进") == ""
