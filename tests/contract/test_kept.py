"""Whatever is done: what a process keeps of a day is what it would be told if it asked anew."""

import pytest

from core.days import today
from progress import agencies, kept, stages, standing
from progress.kept import Kept
from tests.contract.asking import WRITES, every, who_may
from tests.contract.doing import WHY, asked_of, send
from tests.contract.world import undone
from tests.feeds.conftest import committed

QUESTIONS = {
    "agencies": agencies.ask_agencies,
    "rollouts": stages.by_holder,
    "speaking": standing.SPEAKING.ask,
    "own lists": standing.OWN_LISTS.ask,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_after_every_act_what_is_kept_is_what_would_be_asked_anew(question, world, monkeypatch):
    monkeypatch.setattr(kept, "uncommitted", lambda: False)
    ask, day = QUESTIONS[question], today()
    committed()
    before = ask(day, None)
    asked_about = []

    def asking(on, ids):
        asked_about.append(ids)
        return before if len(asked_about) == 1 else ask(on, ids)

    def stale():
        for route in WRITES:
            for asked in asked_of(route):
                asked_about.clear()
                with undone():
                    pictures = Kept(asking, days=1)
                    pictures.on(day)
                    answer = send(who_may(world, route), route, asked, world.own, reason=WHY)
                    committed()
                    mended, anew = pictures.on(day), ask(day, None)
                wrong = [pk for pk in {*mended, *anew} if mended.get(pk) != anew.get(pk)]
                yield wrong and f"{route.name} {answer.status_code}: agencies {wrong[:5]}"

    assert not every(stale())
