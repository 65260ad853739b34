"""English notices: how a line begins that tells of the text above or below it."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom

NOTICES = (
    Idiom("complete", r"(?:re)?(?:printed|published|given)_(?=entire\b|in_full\b|whole\b)"),
    Idiom(
        "written",
        r"(?:written|composed|date_written|drafted)(?:_?:|_(?=(?:in|on|at|by|before|after|between|about)\b))",
    ),
    Idiom(
        "published",
        r"(?:(?:first|originally|also|re)[_-]?)?(?:publication|published|printed|publishing_information)(?:_?:"
        r"|_(?=(?:in|by|as|on|at|from|for_the_first_time|according_to|anonymously|posthumously|separately)\b)"
        r"|(?=_entire\b|_in_full\b))|first_(?:edition:|published:?|printed:?)|appeared_(?:first_)?(?=in\b)"
        r"|(?:re)?printed_entire_|(?:re)?printed_from_(?=the_)",
    ),
    Idiom(
        "translated",
        r"(?:translated|translation|translator)s?(?:_by(?=_?:))?"
        r"(?:_?:|_(?=(?:by|from|into)\b))|english_translation:",
    ),
    Idiom("edited", r"edit(?:ed|or|ors)(?:_by(?=_?:))?(?:_?:|_(?=by\b))"),
    Idiom(
        "copied",
        r"(?:source|transcribed|transcription|transcriber)"
        r"(?:_by(?=_?:))?(?:[\\/][\w ]*)?(?:_?:|_(?=(?:by|from)\b))",
    ),
    Idiom("received", r"received(?:_?:|_(?=(?:on|at|from)\b)(?=.{0,30}\d))"),
    Idiom("dictated", r"dictated(?:_?:|_(?=(?:by|to|on|in)\b))"),
)
