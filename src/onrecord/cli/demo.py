"""`onrecord demo`."""

import typer

from onrecord.cli.console import print_record
from onrecord.cli.options import FormatOption, OnlyOption, format_of, layers_of, settings_of


def demo(context: typer.Context, only: OnlyOption = None, form: FormatOption = None) -> None:
    """Read the sample report and print who said what in it."""
    from onrecord import samples
    from onrecord.pipeline import Reader
    from onrecord.reading import read_bytes

    form = format_of(context, form)
    shown = layers_of(form, only)
    reader = Reader(settings_of(context))
    document = read_bytes(samples.sample_report(), samples.NAME, settings=reader.settings)
    print_record(reader.read(document), form, shown=shown)
