"""A program of its own that turns an Excel file (standard input) into rows of text (JSON on standard output).

A file of some kilobytes may claim gigabytes of cells, and the reader believes it. Here it has bounds, and when it
breaks, nothing breaks but this. It imports nothing of ours, so that it can be run by its path.
"""

import io
import json
import resource
import sys

import python_calamine

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MEMORY = 1024 * 1024 * 1024
SECONDS = 20


def rows(content: bytes) -> list[list[str]]:
    """The rows of the first sheet; merged cells all hold their value."""
    with python_calamine.load_workbook(io.BytesIO(content)) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
            raise ValueError(f"超过{MOST_ROWS}行或{MOST_COLUMNS}列")
        found = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            for row in found[top : bottom + 1]:
                row[left : right + 1] = [found[top][left]] * len(row[left : right + 1])
    return found


def _text(cell: object) -> str:
    """A whole number is written without the point that the table program stores it with (13800000000.0)."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def main() -> int:
    """Read, answer, and say on standard error in one line why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        found = rows(sys.stdin.buffer.read())
    except python_calamine.PasswordError:
        sys.stderr.write("有打开密码\n")
        return 1
    except python_calamine.CalamineError:
        sys.stderr.write("不是xlsx或xls，或已损坏\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    json.dump(found, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
