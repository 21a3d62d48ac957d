"""Writes src/test/resources/returned/*: tables that Timbre wrote, after LibreOffice Calc had them.

sent.jsonl came into a project, sent.xlsx and sent.csv out of it (headed in Portuguese). Each is opened, left alone, sorted or edited as
a colleague would, and saved as a workbook of Excel, as one of OpenDocument and as separated values.

    soffice --headless --norestore "--accept=socket,host=127.0.0.1,port=2002;urp;" &
    /usr/bin/python3 src/test/reference/spreadsheet_returns.py    (needs python3-uno)
"""

import pathlib

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress, TableSortField

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources" / "returned"
CALC = "Calc MS Excel 2007 XML"
SAVED = {
    "xlsx": (CALC, ""),
    "ods": ("calc8", ""),
    # Separator, quotation mark, UTF-8, first line, formats, language, all texts quoted, as shown.
    "csv": ("Text - txt - csv (StarCalc)", "44,34,76,1,,0,true,true,false"),
}
# As somebody opens a table who agrees to everything: what looks like a number becomes one.
CARELESS = "44,34,76,1,,1046,false,true,false"
# Quoted cells are text.
CAREFUL = "44,34,76,1,,1046,true,false,false"


def property_(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def desktop():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = resolver.resolve("uno:socket,host=127.0.0.1,port=2002;urp;StarOffice.ComponentContext")
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def opened(calc, name, options):
    arguments = [property_("Hidden", True)]
    if options:
        arguments += [property_("FilterName", SAVED["csv"][0]), property_("FilterOptions", options)]
    return calc.loadComponentFromURL((FOLDER / name).as_uri(), "_blank", 0, tuple(arguments))


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow


def sort(book):
    """By the text, downwards: the rows of nearly every conversation stand apart then."""
    sheet = book.Sheets.getByIndex(0)
    columns, rows = used(sheet)
    field = TableSortField()
    field.Field = 3
    field.IsAscending = False
    sheet.getCellRangeByPosition(0, 1, columns, rows).sort(
        (
            property_("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),
            property_("ContainsHeader", False),
        )
    )


def row_of(sheet, conversation, line):
    _, rows = used(sheet)
    for row in range(1, rows + 1):
        if (sheet.getCellByPosition(0, row).String, sheet.getCellByPosition(1, row).String) == (conversation, line):
            return row
    raise LookupError((conversation, line))


def edit(book):
    """A new text, a status, a message put in, two conversations added, a row deleted, a formula, a column and a sheet of one's own."""
    sheet = book.Sheets.getByIndex(0)
    sheet.getCellByPosition(3, row_of(sheet, "2", "2")).String = "Resposta nova"
    sheet.getCellByPosition(4, row_of(sheet, "3", "1")).String = "aprovada"
    put_in = row_of(sheet, "13", "4")
    sheet.Rows.insertByIndex(put_in, 1)
    sheet.getCellByPosition(2, put_in).String = "assistant"
    sheet.getCellByPosition(3, put_in).String = "Das 9 às 18."
    sheet.Rows.removeByIndex(row_of(sheet, "10", "2"), 1)
    _, last = used(sheet)
    added = [
        ("user", "Nova um?"),
        ("assistant", "Um."),
        None,
        ("user", "Nova dois?"),
        ("assistant", "Dois."),
        ("user", "E mais?"),
        ("assistant", "Mais."),
    ]
    for offset, message in enumerate(added, 1):
        if message:
            sheet.getCellByPosition(2, last + offset).String = message[0]
            sheet.getCellByPosition(3, last + offset).String = message[1]
    sheet.Columns.insertByIndex(4, 1)
    sheet.getCellByPosition(4, 0).String = "Letras"
    for row in range(1, used(sheet)[1] + 1):
        if sheet.getCellByPosition(0, row).String == "4" and sheet.getCellByPosition(1, row).String == "1":
            sheet.getCellByPosition(4, row).Formula = f"=LEN(D{row + 1})"
    book.Sheets.insertNewByName("Rascunho", 1)
    book.Sheets.getByIndex(1).getCellByPosition(0, 0).String = "Só minhas contas"


def main():
    calc = desktop()
    for source, options in (("sent.xlsx", ""), ("sent.csv", CAREFUL), ("sent.csv", CARELESS)):
        came = {"": "xlsx", CAREFUL: "csv", CARELESS: "careless"}[options]
        for act, name in ((lambda book: None, "kept"), (sort, "sorted"), (edit, "edited")):
            book = opened(calc, source, options)
            act(book)
            for ending, (filter_, filter_options) in SAVED.items():
                book.storeToURL(
                    (FOLDER / f"{name}-{came}.{ending}").as_uri(),
                    (property_("FilterName", filter_), property_("FilterOptions", filter_options)),
                )
            book.close(True)


main()
