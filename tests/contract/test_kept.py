"""Whatever is done: what a process keeps of a day is what it would be told if it asked anew."""

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


def pictures_of(before, day):
    """What is kept of each question, as it was asked before."""

    def keeping(name):
        first = [before[name]]
        picture = Kept(lambda on, ids: first.pop() if first else QUESTIONS[name](on, ids), days=1)
        picture.on(day)
        return picture

    return {name: keeping(name) for name in QUESTIONS}


def test_after_every_act_what_is_kept_is_what_would_be_asked_anew(world, monkeypatch):
    monkeypatch.setattr(kept, "uncommitted", lambda: False)
    day = today()
    committed()
    before = {name: ask(day, None) for name, ask in QUESTIONS.items()}

    def stale():
        for route in WRITES:
            for asked in asked_of(route):
                with undone():
                    pictures = pictures_of(before, day)
                    send(who_may(world, route), route, asked, world.own, reason=WHY)
                    committed()
                    for name, ask in QUESTIONS.items():
                        mended, anew = pictures[name].on(day), ask(day, None)
                        ids = {*mended, *anew}
                        wrong = [pk for pk in ids if mended.get(pk) != anew.get(pk)]
                        yield wrong and f"{route.name}: {name} of {wrong[:5]}"

    assert not every(stale())
