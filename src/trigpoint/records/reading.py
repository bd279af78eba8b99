"""One file read in a limited process of its own; one that kills it is a refusal."""

import dataclasses
import multiprocessing
import resource
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

from trigpoint.records.importer import Context, Sample
from trigpoint.records.recognition import importers, recognise
from trigpoint.records.record import Reading, Refusal
from trigpoint.records.sampling import sample

#: Address space of a reading process, in bytes, and its seconds of processor time.
MEMORY = 8 * 2**30
SECONDS = 300


@cache
def _context() -> ForkServerContext:
    """A server that has everything loaded and forks a fresh process for each file."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["trigpoint.records.preloaded"])
    return context


def read_file(
    path: Path, context: Context, *, seconds: int = SECONDS
) -> Reading | Refusal:
    """Read a file in a process limited in memory and time; nothing in it is run.

    A refusal is returned, not raised: one bad file does not stop a folder.
    """
    ours, theirs = _context().Pipe(duplex=False)
    arguments = (theirs, path, context, seconds)
    process = _context().Process(target=_in_child, args=arguments, daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            return Refusal(
                f"Reading it took more than {seconds} seconds: send it in parts."
            )
        answer = ours.recv()
    except EOFError:
        process.join()
        return Refusal(_death(process.exitcode))
    finally:
        ours.close()
        if process.is_alive():
            process.kill()
        process.join()
    return Refusal(answer) if isinstance(answer, str) else answer


def _death(code: int | None) -> str:
    return (
        f"Reading it ended the process (code {code}): it needs more than "
        f"{MEMORY // 2**30} GiB or is damaged. Send it in parts, or again."
    )


def _in_child(answer: Connection, path: Path, context: Context, seconds: int) -> None:
    """Read, within limits, and send the reading or the refusal's sentence."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer.send(read_here(path, context))
    except Refusal as refusal:
        answer.send(str(refusal))
    except MemoryError:
        answer.send(_death(None))
    except Exception as error:  # a file may break any library in any way
        answer.send(
            f"It could not be read ({type(error).__name__}: {error}). "
            "Keep the file, and report this: it is a fault of Trigpoint."
        )
    finally:
        answer.close()


def read_here(path: Path, context: Context) -> Reading:
    """Read a file in this process: recognise it, and hand it to its importer."""
    looked = _renamed(sample(path), context)
    return recognise(looked, importers()).read(path, context)


def _renamed(looked: Sample, context: Context) -> Sample:
    """The sample with the force's own headers turned into the profile's."""
    if looked.kind != "csv" or not context.mapping:
        return looked
    for part in context.mapping.values():
        columns = part.get("columns", {}) if isinstance(part, dict) else {}
        if columns and set(columns) <= set(looked.header):
            header = tuple(columns.get(cell, cell) for cell in looked.header)
            return dataclasses.replace(looked, header=header)
    return looked
