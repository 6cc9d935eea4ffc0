"""Draws DataFrames as plotly figures. Each mark has a text or sign besides its colour; tables stand beside charts."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

MET, PARTLY = "#0072B2", "#E69F00"
"""Okabe and Ito's blue and orange, distinct for every kind of colour vision."""
HATCHED = {"shape": "/", "fillmode": "overlay", "fgcolor": "#8A5A00", "fgopacity": 0.35, "size": 9, "solidity": 0.2}
MARK = "#7A8594"
"""Grey of a line that is visible on white and on dark blue."""
LEARNED, EMPTY = "#A9D5F0", "#E3E7EC"
"""Light blue for what is being learned, light grey for nothing."""
UNTOLD = -1
"""What stands for a share that is withheld, below all others."""
INK, LOW, HIGH = "#0B1320", "#F4F9FD", "#62AEE0"
"""Dark words on cells from nearly white to blue: at least 7:1 in every cell, whatever the theme of the page is."""
SHARES = [(0, EMPTY), (0.5, EMPTY), (0.5, LOW), (1, HIGH)]
"""Colours from ``UNTOLD`` to 1."""
SIGN_VALUES = {"\u00b7": 0.5, "\u25d0": 1.5, "\u25cb": 2.5, "\u25cf": 3.5}
"""Sign of a cell -> the middle of its colour."""
ROW_PIXELS = 26
STEP_PIXELS = 38
"""Height of a step of the timeline, with its name above its bar to fit a phone."""


def group_heatmap(table: pd.DataFrame) -> go.Figure:
    """Demands x groups: the share of students who meet each demand, with their number in each cell."""
    demands, groups = (list(dict.fromkeys(table[name])) for name in ("demand", "group"))
    shares = table.pivot(index="demand", columns="group", values="share").loc[demands, groups]
    words = table.pivot(index="demand", columns="group", values="words").loc[demands, groups]
    cells = {
        "type": "heatmap",
        "z": shares.astype(float).fillna(UNTOLD).where(words != "").to_numpy(),
        "x": groups,
        "y": demands,
        "text": words.to_numpy(),
        "zmin": UNTOLD,
        "zmax": 1,
        "colorscale": SHARES,
        "texttemplate": "%{text}",
        "textfont": {"color": INK},
        "hovertemplate": "%{y}, %{x}: %{text}<extra></extra>",
        "hoverongaps": False,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    layout = _layout(len(demands) + 2, "")
    layout["yaxis"] |= {"autorange": "reversed"}
    layout["xaxis"] |= {"side": "top"}
    return go.Figure([cells], layout)


def cell_heatmap(table: pd.DataFrame) -> go.Figure:
    """Students x demands: one colour and one sign a cell."""
    signs = table.drop(columns="student")
    values = signs.map(lambda sign: SIGN_VALUES.get(sign))
    steps = [(0.0, EMPTY), (0.25, EMPTY), (0.25, LEARNED), (0.5, LEARNED), (0.5, PARTLY), (0.75, PARTLY), (0.75, MET)]
    cells = {
        "type": "heatmap",
        "z": values.astype(float).to_numpy(),
        "x": list(signs.columns),
        "y": list(table["student"]),
        "text": signs.to_numpy(),
        "zmin": 0,
        "zmax": 4,
        "colorscale": [*steps, (1.0, MET)],
        "texttemplate": "%{text}",
        "hovertemplate": "%{y}, %{x}: %{text}<extra></extra>",
        "hoverongaps": False,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
    }
    layout = _layout(len(table) + 5, "")
    layout["yaxis"] |= {"autorange": "reversed", "type": "category", "dtick": 1}
    layout["xaxis"] |= {"side": "top", "type": "category", "dtick": 1, "tickangle": -60}
    return go.Figure([cells], layout)


def timeline(table: pd.DataFrame, *, deadline: date) -> go.Figure:
    """Steps on the calendar, the first on top, each bar under its name and hours; late bars are hatched orange."""
    starts, ends = pd.to_datetime(table["start"]), pd.to_datetime(table["due"]) + pd.Timedelta(days=1)
    end_of_deadline = pd.Timestamp(deadline) + pd.Timedelta(days=1)
    labels = [f"{one.step}. {one.topic}, {one.hours} h" for one in table.itertuples(index=False)]
    traces: list[dict[str, Any]] = []
    for name, chosen, colour, pattern in (
        ("by the deadline", ends <= end_of_deadline, MET, {}),
        ("after the deadline", ends > end_of_deadline, PARTLY, HATCHED),
    ):
        places = [row for row in range(len(table)) if chosen[row]]
        if places:
            bar = {
                "type": "bar",
                "y": places,
                "base": [starts[row] for row in places],
                "x": [(ends[row] - starts[row]).total_seconds() * 1000 for row in places],
                "orientation": "h",
                "width": 0.36,
                "offset": 0,
                "name": name,
                "marker": {"color": colour, "pattern": pattern},
                "customdata": [[labels[row], table["start"][row], table["due"][row]] for row in places],
                "hovertemplate": "%{customdata[0]}<br>%{customdata[1]} to %{customdata[2]}<extra></extra>",
            }
            traces.append(bar)
    # a name begins at its bar; in the right half it ends there, so that none is cut off at the edge
    shown = end_of_deadline < ends.max() + (ends.max() - starts.min())
    middle = starts.min() + (max(ends.max(), end_of_deadline if shown else ends.max()) - starts.min()) * 0.45
    left = [start < middle for start in starts]
    names = {
        "type": "scatter",
        "x": [start if is_left else end for start, end, is_left in zip(starts, ends, left, strict=True)],
        "y": [row - 0.2 for row in range(len(table))],
        "text": labels,
        "mode": "text",
        "textposition": ["middle right" if is_left else "middle left" for is_left in left],
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }
    layout = _layout(len(table), "")
    layout["xaxis"] |= {"type": "date", "side": "top"}
    layout["yaxis"] |= {"range": [len(table), -0.6], "visible": False}
    layout["margin"] |= {"t": 40}
    layout["legend"] |= {"y": 0, "yanchor": "top"}
    layout |= {"barmode": "overlay", "height": 100 + STEP_PIXELS * len(table)}
    layout |= {"showlegend": bool((ends > end_of_deadline).any())} | (
        _mark(end_of_deadline, "deadline") if shown else {}
    )
    return go.Figure([*traces, names], layout)


def _mark(place: object, label: str) -> dict[str, Any]:
    """A dashed line across the figure with its name beside it."""
    line = {"dash": "dash", "color": MARK, "width": 2}
    ends = {"x0": place, "x1": place, "y0": 0, "y1": 1, "xref": "x", "yref": "y domain"}
    name = {"x": place, "y": 0, "yref": "paper", "text": label, "showarrow": False}
    return {
        "shapes": [{"type": "line", "line": line, **ends}],
        "annotations": [{**name, "xanchor": "right", "yanchor": "bottom"}],
    }


def _layout(rows: int, unit: str) -> dict[str, Any]:
    """A layout with room for every row, readable in light and dark; one dict, because plotly checks each change."""
    return {
        "barmode": "stack",
        # on a phone a drag over a chart scrolls the page
        "dragmode": False,
        "height": max(220, 90 + ROW_PIXELS * rows),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 40},
        "xaxis": {"title": {"text": unit}, "automargin": True},
        "yaxis": {"automargin": True},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }
