"""Writes src/test/resources/tables/service-desk.{xlsx,ods}: a workbook as a service desk keeps it, saved by LibreOffice.

A cover sheet, then a sheet with a title, a free row, two rows of names of which the upper has merged cells, a ticket number that is
merged over the rows of its conversation, and totals at the end.

    python src/test/reference/ugly_tables.py    (needs soffice on the path)
"""

import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

TABLES = pathlib.Path(__file__).parents[1] / "resources" / "tables"


def cell(text="", across=1, down=1):
    spans = (f' table:number-columns-spanned="{across}"' if across > 1 else "") + (
        f' table:number-rows-spanned="{down}"' if down > 1 else ""
    )
    if text == "":
        return f"<table:table-cell{spans}/>"
    if text.startswith("="):
        return f'<table:table-cell table:formula="of:{text}" office:value-type="float" office:value="5"/>'
    return f'<table:table-cell office:value-type="string"{spans}><text:p>{escape(text)}</text:p></table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def row(*cells):
    return "<table:table-row>" + "".join(c if c.startswith("<") else cell(c) for c in cells) + "</table:table-row>"


COVER = [
    row("Base de atendimentos do Café Aurora"),
    row("Preenchida pela equipe de suporte. Dúvidas: Marina."),
]
DESK = [
    row(cell("Atendimentos – novembro de 2026", across=5), COVERED, COVERED, COVERED, COVERED),
    row("", "", "", "", ""),
    row(cell("Protocolo", down=2), cell("Cliente", across=2), COVERED, cell("Atendente", across=2), COVERED),
    row(COVERED, "Nome", "Mensagem", "Nome", "Mensagem"),
    row("A-1", "Bia", "Vocês abrem no feriado?", "Léo", "Abrimos sim, das 9h às 14h."),
    row("A-2", "Caio", "O café coado tem refil?", "Léo", "Tem, o primeiro é por nossa conta."),
    row("A-3", "Duda", "Tem leite de aveia?", "Ana", ""),
    row("Total", "=COUNTA([.B5:.B7])", "", "", ""),
]


def sheet(name, rows):
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


FODS = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>{sheet("Leia-me", COVER)}{sheet("Novembro", DESK)}</office:spreadsheet></office:body>
</office:document>"""

with tempfile.TemporaryDirectory() as folder:
    flat = pathlib.Path(folder) / "service-desk.fods"
    flat.write_text(FODS, encoding="utf-8")
    for ending in ("xlsx", "ods"):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", ending, "--outdir", str(TABLES), str(flat)], check=True
        )
