"""The table and the JSON file."""

from typing import Any, Dict, List, NamedTuple, Sequence, Union

from .rows import Cell, Cells, Line, Row

Outcome = Union[Cells, str]  # A string says why there is nothing.


class Result(NamedTuple):
    """What every contender came to on one row."""

    row: Row
    outcomes: Dict[str, Outcome]


def met(line: Line, cell: Cell) -> bool:
    """Tell whether the figure meets the line's target."""
    return line.target is None or cell.figure.value <= line.target


def _number(value: float, unit: str) -> str:
    if unit == "x":
        return f"{value:.2f}" if value < 10 else f"{value:.1f}"
    return f"{value:.3g}"


def _cell(line: Line, outcome: Outcome, ours: bool, first: bool) -> str:
    if isinstance(outcome, str):
        return outcome if first else ""
    cell = outcome[line.key]
    value, low, high = (_number(number, line.unit) for number in cell.figure)
    text = " ".join(filter(None, [value, line.unit]))
    if low != high:
        text += f" ({low} to {high})"
    if cell.note:
        text += f" [{cell.note}]"
    if ours and line.target is not None:
        text += "  met" if met(line, cell) else "  MISSED"
    return text


def table(results: Sequence[Result], names: Sequence[str], megabytes: int) -> str:
    """Lay out the results; only the first contender has targets to meet."""
    lines: List[List[str]] = [["row", "what", "target", *names]]
    for row, outcomes in results:
        for number, line in enumerate(row.lines):
            target = "" if line.target is None else f"<= {_number(line.target, line.unit)} {line.unit}".rstrip()
            cells = [_cell(line, outcomes[name], ours=name == names[0], first=number == 0) for name in names]
            lines.append(["" if number else row.name, line.title.format(megabytes=megabytes), target, *cells])
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def document(results: Sequence[Result], machine: Dict[str, Any]) -> Dict[str, Any]:
    """Return the results in the shape of the JSON file."""
    rows = []
    for row, outcomes in results:
        for line in row.lines:
            contenders: Dict[str, Any] = {}
            for name, outcome in outcomes.items():
                if isinstance(outcome, str):
                    contenders[name] = {"nothing": outcome}
                else:
                    cell = outcome[line.key]
                    contenders[name] = {**cell.figure._asdict(), "note": cell.note, "met": met(line, cell)}
            rows.append(
                {"row": row.name, "line": line.key, "unit": line.unit, "target": line.target, "contenders": contenders}
            )
    return {"machine": machine, "rows": rows}
