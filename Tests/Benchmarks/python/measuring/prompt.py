"""The prompt, at a pseudo-terminal: from the start to the first prompt, from a key to what it shows, from Ctrl-C back."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import tempfile
import termios
import time as clock

from measuring.tables import table, time

# Sent before each prompt: the terminal is to mark what is pasted.
READY = b"\x1b[?2004h"
# Every kind of word that is coloured or hinted at.
LINE = "what if intakes.autumn.2027-09.places +20% and grades.PO.leaving.rate -1pt from 2026-04"
# Nothing shown for so long is all there is.
QUIET = 0.04


class Terminal:
    """The program on a terminal of its own, with a home that nothing else uses."""

    def __init__(self, program, home, *arguments):
        environment = {"HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
        self.begun = clock.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            # The size is there before the program looks.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
            os.execve(program, [program, *arguments], environment)

    def type(self, text):
        os.write(self.descriptor, text.encode())
        return clock.perf_counter()

    def until(self, mark, seconds=30):
        """When a text was received."""
        received = b""
        while mark not in received:
            if not select.select([self.descriptor], [], [], seconds)[0]:
                raise TimeoutError(f"no {mark!r} in {received[-500:]!r}")
            received += os.read(self.descriptor, 65536)
        return clock.perf_counter()

    def rest(self):
        """When the last was received before nothing came."""
        last = None
        while select.select([self.descriptor], [], [], QUIET)[0]:
            os.read(self.descriptor, 65536)
            last = clock.perf_counter()
        return last

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def starts(program, home, count, *arguments):
    found = []
    for _ in range(count):
        terminal = Terminal(program, home, *arguments)
        found.append(terminal.until(READY) - terminal.begun)
        terminal.end()
    return found


def keys(program, home):
    """Of a line typed key by key, with hints and colours."""
    terminal = Terminal(program, home, "-q")
    terminal.until(READY)
    found = []
    for key in LINE + "\x7f" * 20:
        terminal.rest()
        typed = terminal.type(key)
        shown = terminal.rest()
        if shown:
            found.append(shown - typed)
    terminal.end()
    return found


def interruptions(program, home, count):
    """In a run that would take minutes."""
    terminal = Terminal(program, home, "-q")
    terminal.until(READY)
    found = []
    for _ in range(count):
        terminal.rest()
        terminal.type("run 300000\r")
        terminal.until(b"s left")
        typed = terminal.type("\x03")
        found.append(terminal.until(READY) - typed)
    terminal.end()
    return found


def prompt(builds, sizes):
    rows, raw = [], []
    with tempfile.TemporaryDirectory() as home:
        for build in builds:
            for words, found in (
                ("start to the first prompt, with the first screen", starts(build.program, home, sizes.short)),
                ("start to the first prompt, `--quiet`", starts(build.program, home, sizes.short, "-q")),
                ("a key to all that it shows, with hints and colours", keys(build.program, home)),
                ("Ctrl-C in a run to the next prompt", interruptions(build.program, home, sizes.rounds)),
            ):
                rows.append([f"{words}, {build.name}", time(statistics.median(found)), time(max(found))])
                raw.append({"what": words, "build": build.name, "wall": found})
    print(table(["at the prompt", "median", "most"], rows))
    return raw
