"""`claimcheck read` says what was understood, and writes what every command reads again; the configuration corrects it."""

from __future__ import annotations

import json

import pytest

from tests.cli.run import Program

PAGE = (
    "<!DOCTYPE html><html lang=fr><head><meta property='og:site_name' content='Le Val'></head><body><article><h1>Une école</h1>"
    "<p>Le conseil a voté jeudi la construction d'une école de douze classes, avec 200 élèves attendus à la rentrée.</p>"
    "<p>Le chantier doit durer dix-huit mois et coûter 6 millions d'euros, selon la mairie.</p></article></body></html>"
)


def test_table(program: Program) -> None:
    program.write("a.html", PAGE)
    ran = program("read", "a.html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Le Val · Une école")
    assert [line.split() for line in ran.out.splitlines()[1:3]] == [["date", "?"], ["language", "fr"]]


def test_lines_are_read_again(program: Program) -> None:
    program.write("a.html", PAGE)
    lines = program("read", "a.html", "--format", "jsonl").out
    row = json.loads(lines)
    assert (row["outlet"], row["title"], row["format"], row["path"]) == ("Le Val", "Une école", "html", "a.html")
    program.write("a.jsonl", lines)
    again = json.loads(program("read", "a.jsonl", "--format", "jsonl").out)
    assert again == row | {"format": "jsonl", "path": "a.jsonl"}


def test_what_cannot_be_read(program: Program) -> None:
    program.write("a.html", "<html></html>")
    ran = program("read", "a.html")
    assert (ran.code, ran.out) == (3, "")
    assert ran.messages[0].startswith("error: a.html: no article text was found in the page")


def test_input_format(program: Program) -> None:
    program.write("a.txt", PAGE)
    assert "text" in program("read", "a.txt").out.splitlines()[0]
    assert program("read", "a.txt", "--input-format", "html").out.startswith("Le Val · Une école")
    ran = program("read", "a.txt", "--input-format", "htm")
    assert (ran.code, "did you mean 'html'?" in ran.err) == (2, True)


def test_the_configuration_counts_most(program: Program) -> None:
    program.write("claimcheck.toml", '[articles."drafts/*.html"]\noutlet = "Le Val d\'Orle"\ndate = 2024-02-01\n')
    program.write("drafts/a.html", PAGE)
    program.write("b.html", PAGE)
    outlets = [(row["outlet"], row["date"]) for row in map(json.loads, program("read", ".", "--format", "jsonl").out.splitlines())]
    assert outlets == [("Le Val", None), ("Le Val d'Orle", "2024-02-01")]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('articles = "x"', "articles: is no table of tables"),
        ('[articles."*"]\noutlets = "x"', "did you mean 'outlet'?"),
        ('[articles."*"]\noutlet = 3', "3 is no text"),
        ('input-format = "htm"', "did you mean 'html'?"),
    ],
)
def test_a_wrong_configuration(program: Program, toml: str, said: str) -> None:
    program.write("claimcheck.toml", toml)
    ran = program("read", ".")
    assert ran.code == 2
    assert said in ran.err
