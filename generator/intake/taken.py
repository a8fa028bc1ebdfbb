"""What comes out of the intake: a text the reader can take, or one line that says why there is none."""

import msgspec


class Taken(msgspec.Struct, frozen=True):
    """A file as plain text. `remarks` is what an editor should look at; `furniture` is what was left out, and why."""

    text: str
    remarks: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """Why a file was not taken, in one line that says what to do."""

    reason: str
