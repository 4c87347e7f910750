"""Usage: typing.py [--json] KEYS SECONDS PGDUO; prints the time from a key to its echo, and the processor time of an idle shell."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

DEADLINE = 60.0
ECHO_MILLIS = 20.0
IDLE_PERCENT = 2.0


class Shell:
    """pgduo on a pseudo-terminal of 110 columns and 30 lines."""

    def __init__(self, command, environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(environment)
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 110, 0, 0))
        self.seen = b""

    def read(self, until, seconds=DEADLINE):
        end = time.monotonic() + seconds
        while not re.search(until, self.seen):
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit("never saw %r; the terminal shows %r" % (until, self.seen[-500:]))
            self.seen += os.read(self.terminal, 65536)
        self.seen = b""

    def type(self, text):
        os.write(self.terminal, text.encode())

    def drain(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                try:
                    os.read(self.terminal, 65536)
                except OSError:
                    return

    def ticks(self):
        with open("/proc/%d/stat" % self.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])


def echo(shell, keys):
    """Milliseconds from each key to the first thing that the terminal is sent with the key in it."""
    times = []
    for i in range(keys):
        key = "abcdefghij"[i % 10]
        begin = time.monotonic()
        shell.type(key)
        shell.read(key.encode())
        times.append((time.monotonic() - begin) * 1000)
        if i % 50 == 49:
            shell.type("\x15")
            shell.drain(0.2)
        shell.drain(0.01)
    return sorted(times)


def main(keys, seconds, pgduo, as_json):
    with tempfile.TemporaryDirectory(prefix="pgduo-bench-") as home:
        environment = {"TERM": "xterm-256color", "XDG_STATE_HOME": home + "/state"}
        lab = ["--dir", home + "/lab"]
        try:
            subprocess.run([pgduo, *lab, "-c", "up", "-c", "psql a"], check=True, stdout=subprocess.DEVNULL)
            shell = Shell([pgduo, *lab, "--no-suggestions"], environment)
            shell.read(b"streaming")
            shell.type("sh a\r")
            shell.read(rb"postgres> ")
            shell.type("(while :; do psql -qc 'select pg_logical_emit_message(true, $$bench$$, repeat($$x$$, 8000))';"
                       " done >/dev/null 2>&1 & echo $! > writer)\r")
            shell.drain(1)
            shell.type("\x1b0")
            shell.drain(1)
            times = echo(shell, keys)
            subprocess.run("kill $(cat %s/lab/a/writer)" % home, shell=True, check=False)
            shell.type("\x15")
            shell.drain(3)
            before = shell.ticks()
            shell.drain(seconds)
            idle = (shell.ticks() - before) * 100.0 / os.sysconf("SC_CLK_TCK") / seconds
            shell.type("exit\r")
            shell.drain(1)
        finally:
            subprocess.run([pgduo, *lab, "-c", "destroy --yes"], check=False, stdout=subprocess.DEVNULL)
    within = times[int(len(times) * 0.99) - 1]
    if as_json:
        print(json.dumps({"what": "typing", "keys": keys, "echo_ms": round(statistics.median(times), 1),
                          "echo_99_ms": round(within, 1), "idle_percent": round(idle, 1)}))
        return
    print("echo of a key  median %.1f ms, 99 of 100 within %.1f ms, most %.1f ms (wanted: %.0f ms)"
          % (statistics.median(times), within, times[-1], ECHO_MILLIS))
    print("idle shell     %.1f %% of a core (wanted: %.0f %%)" % (idle, IDLE_PERCENT))


signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
words = [word for word in sys.argv[1:] if word != "--json"]
main(int(words[0]), float(words[1]), words[2], "--json" in sys.argv)
