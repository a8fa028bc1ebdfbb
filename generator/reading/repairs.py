"""The repairs of a sheet, in their order. Each mends one defect of extraction and knows nothing of the others."""

from collections.abc import Callable, Sequence

import msgspec

from generator.model import Correction, ProposedCorrection, Witness
from generator.reading import flattened, furniture, markup, other_marks, page_heads, tables
from generator.reading.sheet import Line, Remark, Sheet, error

REPAIRS: tuple[Callable[[Sheet], Sheet], ...] = (
    tables.rule_rows,
    tables.remark_columns,
    furniture.close_double_spacing,
    markup.unwrap_links,
    markup.take_out_inline_notes,
    markup.fence_brackets,
    markup.fence_marks,
    furniture.set_aside_rules,
    furniture.set_aside_system_marks,
    furniture.set_aside_addresses,
    furniture.set_aside_dirt,
    markup.unwrap_bullets,
    markup.unwrap_markdown,
    furniture.set_aside_logo,
    page_heads.set_aside_page_heads,
    furniture.set_aside_bare_page_numbers,
    furniture.set_aside_running_titles,
    other_marks.fence_other_marks,
    flattened.strip_dirt,
    flattened.cut_enacting_lines,
    flattened.cut_closings,
    flattened.cut_paragraphs,
)


def repair(sheet: Sheet, corrections: Sequence[ProposedCorrection] = ()) -> Sheet:
    """The sheet with the editor's corrections made and every repair done."""
    sheet = correct(sheet, corrections)
    for mend in REPAIRS:
        sheet = mend(sheet)
    return sheet


def correct(sheet: Sheet, corrections: Sequence[ProposedCorrection]) -> Sheet:
    """Make the corrections that an editor confirmed; one whose words are not on its line is an error."""
    if not corrections:
        return sheet
    by_line: dict[int, list[ProposedCorrection]] = {}
    for correction in corrections:
        by_line.setdefault(correction.line, []).append(correction)
    lines: list[Line] = []
    for line in sheet.lines:
        text = line.text
        for correction in by_line.get(line.number, []):
            if correction.found in text:
                text = text.replace(correction.found, correction.shown, 1)
                sheet = sheet.corrected(
                    [Correction(line.number, correction.found, correction.shown, correction.why, Witness.EDITOR)]
                )
            else:
                sheet = sheet.remarked([_not_found(correction)])
        lines.append(msgspec.structs.replace(line, text=text) if text != line.text else line)
    known = {line.number for line in sheet.lines}
    missing = [
        _not_found(correction) for number, listed in by_line.items() if number not in known for correction in listed
    ]
    return sheet.with_lines(lines).remarked(missing)


def _not_found(correction: ProposedCorrection) -> Remark:
    return error(
        correction.line,
        "correction-not-found",
        f"“{correction.found}” does not stand on this line; correct the entry or take it out",
    )
