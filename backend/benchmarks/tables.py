"""The figures as aligned text, and what they say together."""

from collections import defaultdict
from collections.abc import Iterable

from benchmarks.figures import BESIDE_SQL_MS, SQL_TIMES, Figure

COLUMNS = " |what|agencies|rows|first|median|p95|CPU|own SQL|× SQL|queries|target".split("|")
LEFT = {0, 1, len(COLUMNS) - 1}
LEGEND = (
    "Milliseconds where no unit is told; first: the first asking, when nothing is kept; CPU: the"
    " work of this process, which others cannot lengthen; own SQL: the statements of the same"
    " runs, by the clock; * misses a target;"
    f" ! takes more than {SQL_TIMES} × its own SQL + {BESIDE_SQL_MS} ms."
)


def table(figures: Iterable[Figure]) -> str:
    """A line for each figure, numbers under each other."""
    lines = [COLUMNS, *map(_line, figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in LEFT else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _line(figure: Figure) -> list[str]:
    places = 2 if figure.unit == "of COPY" else 1
    unit = "" if figure.unit == "ms" else f" {figure.unit}"
    several = figure.runs > 1
    return [
        "!" if figure.heavy else "*" if figure.missed else "",
        figure.what,
        str(figure.agencies),
        "" if figure.rows is None else str(figure.rows),
        "" if figure.first is None else f"{figure.first:.1f}",
        f"{figure.median:.{places}f}{unit}",
        f"{figure.p95:.{places}f}" if several else "",
        "" if figure.cpu is None else f"{figure.cpu:.1f}",
        "" if figure.sql is None else f"{figure.sql:.1f}",
        "" if figure.ratio is None else f"{figure.ratio:.1f}",
        "" if figure.queries is None else str(figure.queries),
        _target(figure),
    ]


def _target(figure: Figure) -> str:
    unit = "" if figure.unit == "of COPY" else f" {figure.unit}"
    told = [f"≤ {figure.target:g}{unit}"] if figure.target is not None else []
    told += [f"≥ {figure.at_least:.2f}"] if figure.at_least is not None else []
    told += [f"≤ {figure.target_queries} queries"] if figure.target_queries else []
    return ", ".join(told)


def missed(figures: Iterable[Figure]) -> list[str]:
    """What is not as it should be: name, size and why."""
    return [
        f"{figure.what} at {figure.agencies} ({'; '.join(figure.missed)})"
        for figure in figures
        if figure.missed
    ]


def statements(figures: Iterable[Figure]) -> dict[str, dict[int, int]]:
    """Of each request that was measured at several sizes: agencies → number of statements."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for figure in figures:
        if figure.path and figure.queries is not None:
            found[figure.what][figure.agencies] = figure.queries
    return {what: by_size for what, by_size in found.items() if len(by_size) > 1}


def compared(figures: Iterable[Figure]) -> str:
    """Whether more data makes more statements, in a sentence; empty for one size."""
    several = statements(figures)
    if not several:
        return ""
    differing = [
        f"{what} " + " / ".join(f"{count} at {size}" for size, count in sorted(by_size.items()))
        for what, by_size in several.items()
        if len(set(by_size.values())) > 1
    ]
    if differing:
        return "Statements that grow with the data: " + "; ".join(differing)
    sizes = " and ".join(str(size) for size in sorted(next(iter(several.values()))))
    return f"The {len(several)} requests make as many statements at {sizes} agencies."
