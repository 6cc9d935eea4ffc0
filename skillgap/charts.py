"""DataFrames into plotly figures; colour is never alone: bars say their value, and a table stands beside each chart."""

import pandas as pd
import plotly.graph_objects as go

MET, PARTLY, MISSING = "#0072B2", "#E69F00", "#999999"
"""Okabe and Ito's blue, orange and grey: told apart by every kind of colour vision."""
HATCHED = {"shape": "/", "fillmode": "overlay", "fgcolor": "#8A5A00", "fgopacity": 0.35, "size": 9, "solidity": 0.2}
INK = {MET: "#FFFFFF", PARTLY: "#0B1320", MISSING: "#0B1320"}
"""Colour of the figures on each colour, at least 4.5:1."""
ROW_PIXELS = 26


def coverage_bars(table: pd.DataFrame) -> go.Figure:
    """What each requirement adds to the coverage (solid) and could still add (hatched), in percentage points."""
    shown = table.iloc[::-1]
    figure = go.Figure(
        [
            go.Bar(
                y=shown["skill"],
                x=shown["points"],
                name="shown",
                orientation="h",
                marker={"color": MET},
                text=[f"{value:.1f}" if value else "" for value in shown["points"]],
                hovertemplate="%{y}: %{x:.1f} points shown<extra></extra>",
            ),
            go.Bar(
                y=shown["skill"],
                x=shown["possible"],
                name="still open",
                orientation="h",
                marker={"color": PARTLY, "pattern": HATCHED},
                text=[f"{value:.1f}" if value else "" for value in shown["possible"]],
                hovertemplate="%{y}: %{x:.1f} points open<extra></extra>",
            ),
        ]
    )
    return _plain(figure, len(shown), "percentage points of coverage", barmode="stack")


def level_bars(table: pd.DataFrame) -> go.Figure:
    """How many skills of each category are held, by level."""
    counts = table[table["level"] > 0].groupby(["category", "level_name"]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(kind="stable").index] if len(counts) else counts
    looks = {"exposure": (MISSING, ""), "working": (PARTLY, "/"), "strong": (MET, "")}
    figure = go.Figure(
        [
            go.Bar(
                y=list(counts.index),
                x=counts[level],
                name=level,
                orientation="h",
                marker={"color": colour, "pattern": HATCHED if shape else {}},
                text=[str(value) if value else "" for value in counts[level]],
                hovertemplate="%{y}: %{x} " + level + "<extra></extra>",
            )
            for level, (colour, shape) in looks.items()
            if level in counts
        ]
    )
    return _plain(figure, len(counts), "skills", barmode="stack")


def cohort_heatmap(table: pd.DataFrame) -> go.Figure:
    """Students x skills: how much of each requirement is met; the share is written in each cell."""
    values = table.drop(columns="student")
    figure = go.Figure(
        go.Heatmap(
            z=values.to_numpy(dtype=float),
            x=list(values.columns),
            y=list(table["student"]),
            zmin=0,
            zmax=1,
            colorscale="Cividis",
            texttemplate="%{z:.0%}",
            hovertemplate="%{y}, %{x}: %{z:.0%}<extra></extra>",
            colorbar={"tickformat": ".0%", "title": "met"},
        )
    )
    return _plain(figure, len(table) + 6, "", barmode="stack")


def _plain(figure: go.Figure, rows: int, unit: str, *, barmode: str) -> go.Figure:
    """Room for every row, no decoration, readable in light and dark."""
    for bar in figure.select_traces({"type": "bar"}):
        bar.update(textangle=0, insidetextfont={"color": INK[bar.marker.color], "size": 13}, insidetextanchor="start")
    figure.update_layout(
        barmode=barmode,
        height=max(220, 90 + ROW_PIXELS * rows),
        margin={"l": 8, "r": 8, "t": 8, "b": 40},
        xaxis={"title": unit, "automargin": True},
        yaxis={"automargin": True},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure
