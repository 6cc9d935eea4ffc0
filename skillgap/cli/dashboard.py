"""Command ``dashboard``: start the web pages."""

import os
import runpy
import sys
from typing import Annotated

import typer

from skillgap import locations

PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Settings of a command that passes unknown options on to Streamlit."""


def dashboard(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 opens it to the network.")] = "localhost",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65_535)] = 8501,
) -> None:
    """Start the dashboard in the browser. Other options are passed to Streamlit (--server.headless true)."""
    _, *own_data = context.obj.origins
    if own_data:
        os.environ["SKILLGAP_DATA"] = str(own_data[0])
    options = ["--server.address", host, "--server.port", str(port), *context.args]
    sys.argv = ["streamlit", "run", str(locations.APP), *options]
    # Streamlit runs in this process, so that Ctrl+C and a stop signal reach it directly.
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
