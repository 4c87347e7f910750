"""Usage: first-prompt.py [--json] RUNS MARKER COMMAND... -- MARKER COMMAND...; prints the medians and their ratio."""

import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time

DEADLINE = 30.0


def once(marker, command):
    """Milliseconds from exec until the marker is on a terminal of 110 columns and 30 lines."""
    begin = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 110, 0, 0))
    seen = b""
    try:
        while marker not in seen:
            if not select.select([terminal], [], [], DEADLINE)[0]:
                sys.exit("no prompt within %g s; the terminal shows %r" % (DEADLINE, seen))
            seen += os.read(terminal, 65536)
        return (time.monotonic() - begin) * 1000
    except OSError:
        sys.exit("%s ended without a prompt; the terminal shows %r" % (command[0], seen))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def main(args):
    as_json = args[0] == "--json"
    args = args[1:] if as_json else args
    runs = int(args[0])
    split = args.index("--")
    programs = [args[1:split], args[split + 1 :]]
    times = [[], []]
    for program in programs:
        once(program[0].encode(), program[1:])
    for _ in range(runs):
        for program, measured in zip(programs, times):
            measured.append(once(program[0].encode(), program[1:]))
    ratio = statistics.median(ours / theirs for ours, theirs in zip(*times))
    medians = [statistics.median(measured) for measured in times]
    if as_json:
        print(json.dumps({"what": "first-prompt", "runs": runs, "pgduo_ms": round(medians[0]),
                          "sqlline_ms": round(medians[1]), "ratio": round(ratio, 3)}))
        return
    for program, measured, median in zip(programs, times, medians):
        print("%-10s median %4.0f ms, min %4.0f ms" % (program[0].strip(), median, min(measured)))
    print("ratio      %.2f" % ratio)


main(sys.argv[1:])
