"""Read a cohort's files with any executor: processes of this machine, or a Dask cluster.

The number of submitted files is limited, so that no machine holds all of them in memory. Each process loads the
catalogue once. Dask gives the files of a lost worker to another one, so no file is lost.
"""

import contextlib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import lru_cache
from pathlib import Path

from skillgap import taxonomy
from skillgap.cohort import reading
from skillgap.cohort.files import Content
from skillgap.cohort.reading import Extracted
from skillgap.errors import RequestError
from skillgap.nlp.extractor import Extractor

CONNECT_SECONDS = 10
UNDER_WAY = 64
"""Upper limit for submitted files without an answer: enough for some dozens of workers, and little memory."""


@contextlib.contextmanager
def connect(address: str) -> Iterator[Executor]:
    """Connect to a Dask cluster.

    Args:
        address: Address of its scheduler, tcp://host:port. Its workers need the same version of skillgap.

    Raises:
        RequestError: Dask is not installed, or no scheduler answers.
    """
    if importlib.util.find_spec("distributed") is None:
        raise RequestError('Dask is not installed. Run: pip install "skillgap[cluster]"')
    distributed = importlib.import_module("distributed")
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise RequestError(f"No Dask scheduler answers at {address}. Start it, or check the address.") from error
    with client:
        yield client.get_executor()


def extract_all(
    contents: Iterable[Content], executor: Executor, origins: tuple[Path, ...], *, under_way: int = UNDER_WAY
) -> Iterator[tuple[Content, Extracted]]:
    """Yield each content with its extraction, as soon as it is finished. A bad file gives a refusal.

    Args:
        contents: Contents to read.
        executor: The executor; its processes have skillgap installed and can read ``origins``.
        origins: Files and folders that the taxonomy is loaded from.
        under_way: Upper limit for submitted files.
    """
    waiting = iter(contents)
    running: dict[Future[Extracted], Content] = {}
    while True:
        for content in waiting:
            running[executor.submit(extract, content, origins)] = content
            if len(running) >= under_way:
                break
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            content = running.pop(future)
            yield content, _result(future, content)


def extract(content: Content, origins: tuple[Path, ...]) -> Extracted:
    """Extract mentions in a worker process, with the catalogue that this process has loaded."""
    return reading.extract(content, _extractor(origins))


@lru_cache(maxsize=1)
def _extractor(origins: tuple[Path, ...]) -> Extractor:
    return Extractor(taxonomy.load(*origins))


def _result(future: Future[Extracted], content: Content) -> Extracted:
    """Result of a future. A file whose worker died several times is refused, and read again on the next run."""
    try:
        return future.result()
    except Exception:
        name = content.path.rpartition("/")[2]
        sentence = f"{name} could not be read: its worker stopped. Run the command again, or read it by itself."
        return Extracted(refusal=sentence, temporary=True)
