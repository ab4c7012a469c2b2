"""`onrecord demo`."""

import typer

from onrecord.cli.console import print_record
from onrecord.cli.options import FormatOption, format_of, settings_of


def demo(context: typer.Context, form: FormatOption = None) -> None:
    """Read the sample report and print who said what in it."""
    from onrecord import samples
    from onrecord.pipeline import Reader
    from onrecord.reading import read_bytes

    reader = Reader(settings_of(context))
    document = read_bytes(samples.sample_report(), samples.NAME, settings=reader.settings)
    print_record(reader.read(document), format_of(context, form))
