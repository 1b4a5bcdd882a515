"""The command line: build-site. The only module that prints; no logic."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column, Table
from rich.text import Text

from build_site import build
from build_site.model.capture import InputError
from build_site.model.text import Span

app = typer.Typer(
    help="Clean web captures of Chinese local government work reports and publish them.\n\n"
    "Without a command it does everything: seeds/ → dataset/ → pages → site/.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)
_level = {"quiet": False, "verbose": False}

Root = Annotated[
    Path, typer.Option("--root", help="The project folder (holds seeds/, dataset/, docs/).")
]
HERE = Path()


def _set(name: str) -> Callable[[bool], bool]:
    """Return what turns an option on wherever it stands, before or behind the command."""

    def turn(value: bool) -> bool:
        _level[name] = _level[name] or value
        return value

    return turn


Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print errors only.", callback=_set("quiet"))
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Print each step.", callback=_set("verbose"))
]


def fail(error: Exception) -> NoReturn:
    """Print an error for the user and leave with exit code 2."""
    err.print(Text("error: ", style="bold red") + Text(str(error)))
    raise typer.Exit(2) from error


@contextmanager
def reported() -> Iterator[build.Report]:
    """Show a progress bar for what the pipeline reports; turn bad input into exit code 2."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=not _level["verbose"],
        disable=_level["quiet"] or not err.is_terminal,
    )
    tasks: dict[str, object] = {}

    def report(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bar.add_task(step, total=total)
            if _level["verbose"] and bar.disable:
                err.print(step)
        bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

    with bar:
        try:
            yield report
        except InputError as error:
            fail(error)


def say(message: str) -> None:
    """Print a line for people, unless --quiet."""
    if not _level["quiet"]:
        out.print(message, markup=False)


@app.callback(invoke_without_command=True)
def everything(
    context: typer.Context,
    root: Root = HERE,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Clean web captures of Chinese local government work reports and publish them.

    Without a command it does everything: seeds/ → dataset/ → pages → site/.

    Exit codes: 0 all went well; 1 a check found an error; 2 the input or the
    command line cannot be used.
    """
    _level.update(quiet=quiet, verbose=verbose)  # a command behind may still turn them on
    if context.invoked_subcommand:
        return
    with reported() as report:
        summary = build.make_dataset(root, report)
        build.make_pages(root, report)
        build.make_site(root, site_url(), report)
    say(str(summary))
    say(f"site/ is ready. Open {(root / 'site' / 'index.html').resolve().as_uri()}")
    say("or run `make serve` and open http://127.0.0.1:8000/")


def site_url() -> str:
    """Return the address the site will stand at, from WORK_REPORTS_SITE_URL."""
    return os.environ.get("WORK_REPORTS_SITE_URL", build.DEFAULT_SITE_URL)


@app.command()
def dataset(root: Root = HERE, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Build dataset/ from seeds/: tables as CSV and JSON, clean texts, the descriptor."""
    with reported() as report:
        summary = build.make_dataset(root, report)
    say(str(summary))


@app.command()
def pages(root: Root = HERE, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Write the generated pages under docs/zh and docs/en from dataset/."""
    with reported() as report:
        build.make_pages(root, report)
    say("docs/zh and docs/en are up to date")


@app.command()
def bundle(
    root: Root = HERE,
    folder: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where the zip and its SHA256SUMS go.")
    ] = Path("dist"),
) -> None:
    """Pack dataset/ for a release: one zip with CSV, JSON, SQLite, Parquet and a copy for Excel.

    Parquet needs DuckDB: pip install 'work-reports[bundle]'.
    """
    with reported():
        paths = build.write_bundle(root / "dataset", folder)
    for path in paths:
        say(str(path))


@app.command()
def clean(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Captures; - reads stdin.")],
    form: Annotated[str, typer.Option("--format", help="md or json.")] = "md",
    folder: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write one file per capture here.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Clean any capture: print its documents as Markdown, or one JSON object per capture.

    No sidecar, no project folder is needed. Works on .txt, .md, .html and .docx.

    Example: build-site clean page.html --format json > page.json
    """
    if form not in ("md", "json"):
        fail(InputError("--format", f"{form!r} is not a format", "Say md or json"))
    with reported() as report:
        for number, name in enumerate(files):
            report("cleaning", number, len(files))
            if name == "-":
                edition = build.edition_of_bytes("stdin", sys.stdin.buffer.read())
            else:
                edition = build.edition_at(Path(name))
            if form == "json":
                text = json.dumps(build.as_json(edition), ensure_ascii=False) + "\n"
            else:
                text = build.as_markdown(edition)
            if folder is None:
                sys.stdout.write(text)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                path = folder / f"{edition.capture.capture_id}.{form}"
                path.write_text(text, encoding="utf-8", newline="\n")
                say(str(path))
            if not any(r.piece.kind != "non_report" for r in edition.reports):
                err.print(f"{name}: no document found", markup=False)
        report("cleaning", len(files), len(files))


def marked(text: str, spans: tuple[Span, ...], style: str) -> Text:
    """Return text for the terminal with the changed parts in colour."""
    shown = Text(text.replace("\n", "⏎"))
    for span in spans:
        shown.stylize(style, span.start, span.end)
    return shown


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A capture.")],
    at: Annotated[str, typer.Option("--at", metavar="TEXT", help="Only places with this.")] = "",
) -> None:
    """Show what was changed in a capture: raw beside repaired, with the rules that did it."""
    with reported():
        edition = build.edition_at(Path(file))
    table = Table("line", "raw", "repaired", "rule", show_lines=True, expand=True)
    shown = 0
    for place in build.explained(edition.capture.document, at):
        shown += 1
        names = dict.fromkeys(
            f"{rule} ({change.certainty})" for change in place.changes for rule in change.rules
        )
        notes = dict.fromkeys(c.note for c in place.changes if c.note)
        table.add_row(
            str(place.line),
            marked(place.raw, place.raw_marks, "red"),
            marked(place.text, place.text_marks, "bold green"),
            "\n".join((*names, *notes)),
        )
    if shown:
        out.print(table)
    else:
        say("nothing was changed" + (f" at {at!r}" if at else ""))


@app.command()
def check(root: Root = HERE, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Print the numeral certificate of every document and all findings; validate dataset/.

    Exit code 1 if a figure is unaccounted for, a finding is an error, or the
    data package is not valid.
    """
    with reported() as report:
        result = build.check_everything(root, report)
    columns = ("figures", "published", "removed", "edited", "missing")
    table = Table(Column("document", no_wrap=True), *columns)
    for c in result.certificates:
        row = (c.figures, c.published, c.removed, c.edited, len(c.missing))
        table.add_row(c.document_id, *map(str, row))
    out.print(table)
    for severity, count in result.findings.items():
        say(f"findings, {severity}: {count}")
    for problem in result.problems:
        err.print(problem, markup=False)
    say("everything holds" if not result.problems else "something does not hold; see above")
    raise typer.Exit(1 if result.problems else 0)


translate = typer.Typer(help="The English edition: gettext catalogues and their checks.")
app.add_typer(translate, name="translate")


@translate.command()
def status(root: Root = HERE) -> None:
    """Print how far the translation of each document has come."""
    table = Table(Column("document", no_wrap=True), "texts", "translated", "fuzzy", "obsolete")
    for row in build.translation_progress(root):
        numbers = (row.total, row.translated, row.fuzzy, row.obsolete)
        table.add_row(row.document_id, *map(str, numbers))
    out.print(table)


@translate.command()
def extract(root: Root = HERE) -> None:
    """Bring the catalogues up to date with dataset/; changed texts turn fuzzy, nothing is lost."""
    for path in build.extract_translations(root):
        say(str(path))


@translate.command("check")
def check_translations(
    root: Root = HERE,
    details: Annotated[bool, typer.Option("--details", help="Print each problem.")] = False,
) -> None:
    """Check figures, lengths, terms and remains of Chinese; exit code 1 if a figure differs."""
    names = (
        "texts",
        "translated",
        "figures",
        "wrong",
        "terms",
        "terms put otherwise",
        "to look at",
    )
    table = Table("document", *names)
    with reported():
        checked = build.check_translations(root)
    for row in checked:
        other = [p for p in row.problems if p.check not in ("glossary", "figures", "untranslated")]
        numbers = (row.texts, row.translated, row.figures, row.figures_wrong)
        table.add_row(
            row.document_id, *map(str, (*numbers, row.terms, row.terms_differ, len(other)))
        )
    out.print(table)
    for problem in (p for row in checked for p in row.problems if details):
        say(f"{problem.document_id} {problem.check}: {problem.detail} | {problem.zh[:60]}")
    raise typer.Exit(1 if any(row.figures_wrong for row in checked) else 0)


@app.command()
def rules() -> None:
    """List the repair rules in the order they are applied."""
    table = Table("stage", "rule", "certainty", "what it does", "做什么")
    for r in build.all_rules():
        table.add_row(r.stage.name.lower(), r.name, r.certainty, r.en, r.zh)
    out.print(table)


@app.command()
def serve(
    root: Root = HERE,
    port: Annotated[int, typer.Option(help="Where to listen on this machine.")] = 8000,
) -> None:
    """Open the site locally and build it anew whenever a file changes. Ctrl+C stops."""
    address = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        with reported() as report:
            build.make_dataset(root, report)
            build.make_pages(root, report)
            build.make_site(root, address, report)

    rebuild()
    say(f"open {address} (Ctrl+C stops)")
    build.serve(root, port, rebuild)


def main() -> None:
    """Run the command line."""
    app()
