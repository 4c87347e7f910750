#!/usr/bin/env python3
"""Makes the golden files and the table of display widths anew, with the real psql 15: the one in PATH, or that of the variable PSQL.

  regenerate.py [psql options, for example -h /tmp -U postgres]

The server behind the options must have a UTF8 database.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
WIDTHS = HERE.parents[4] / "main/resources/dev/pgduo/table/display-width.txt"
PSQL = [os.environ.get("PSQL", "psql"), "-X", "-q", *sys.argv[1:]]


def run(script):
    env = {"PGCLIENTENCODING": "UTF8", "LC_ALL": "C.UTF-8", "PAGER": ""}
    return subprocess.run(PSQL, input=script.encode(), stdout=subprocess.PIPE, env=env, check=True).stdout


def unescape(text):
    special = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\u([0-9a-f]{4})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else special.get(m[2], m[2]), text)


def literal(text):
    return "NULL" if text == r"\N" else "U&'" + "".join(quoted(c) for c in unescape(text)) + "'"


def quoted(c):
    return {"'": "''", "\\": "\\\\"}.get(c, c) if " " <= c < "\x7f" else "\\%04x" % ord(c)


def name(text):
    return 'U&"' + "".join(quoted(c) for c in unescape(text)) + '"'


def query(block):
    lines = block.split("\n")
    if lines[0] == "none":
        return "select;"
    if lines[0] == "norows":
        return "select where false;"
    columns = [c.rsplit(":", 1) for c in lines[1].split("\t")]
    rows = [line.split("\t") for line in lines[2:]]
    limit = "" if rows else " limit 0"
    rows = rows or [["\\N"] * len(columns)]
    values = ",".join(
        "(" + ",".join(f"{literal(v)}::{c[1]}" for v, c in zip(row, columns, strict=True)) + ")" for row in rows)
    names = ",".join(name(c[0]) for c in columns)
    return f"select * from (values {values}) as t({names}){limit};"


def goldens():
    text = (HERE / "tables.txt").read_text()
    text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    queries = "\n".join(query(block) for block in text.strip("\n").split("\n\n"))
    for line in (HERE / "options.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        file, *words = line.split(" ")
        psets = ""
        for word in words:
            option, _, value = word.partition("=")
            value = value.replace("~", " ").replace("'", "''")
            psets += f"\\pset {option} '{value}'\n" if value else f"\\pset {option}\n"
        (HERE / "golden" / (file + ".out")).write_bytes(run(psets + queries + "\n"))


def widths():
    """psql pads every character to ten columns; what is missing is its width. Below U+0300 no table is needed."""
    points = [c for c in range(0x300, 0x110000) if not 0xD800 <= c < 0xE000]
    out = run(
        "\\pset border 2\n\\pset tuples_only on\n\\pset title\n"
        'select chr(i) as "0123456789" from generate_series(768, 1114111) i'
        " where i not between 55296 and 57343 order by i;\n").decode()
    lines = [line[2:-2] for line in re.findall("^\\|.*$", out.replace("\x0b", "?"), re.M)]
    full = 10
    ranges = []
    for point, line in zip(points, lines, strict=True):
        width = full - (len(line) - 1) if line.startswith(chr(point)) else 1
        if width == 1:
            continue
        if ranges and ranges[-1][1] == point - 1 and ranges[-1][2] == width:
            ranges[-1][1] = point
        else:
            ranges.append([point, point, width])
    head = "# First and last code point, display columns: characters that psql 15 does not count as one column.\n"
    WIDTHS.write_text(head + "".join("%x %x %d\n" % tuple(r) for r in ranges))


if __name__ == "__main__":
    widths()
    goldens()
