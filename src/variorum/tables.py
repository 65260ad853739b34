"""The schema of every table: what a row is, what each column means, in which order rows stand.

The tables are a public interface. Spans are half open, in code points of `documents.text`; dates are EDTF; scores are
thousandths of a bit. Types are those that Parquet, Arrow, DuckDB, Spark, pandas and R all have.

>>> BLOCKS.schema.field("kind").type
DataType(string)
>>> BLOCKS.comment("level")
'of a heading 1 to 6; of any other block how many blocks contain it'
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pyarrow as pa

SCHEMA_VERSION = 1
"""Raised when a column changes its meaning; an archive of another version is rebuilt, never misread."""

TEXT, LONG_TEXT, NUMBER, YES_NO, SHARE = pa.string(), pa.large_string(), pa.int64(), pa.bool_(), pa.float64()
GAP = pa.struct([("start_a", NUMBER), ("end_a", NUMBER), ("start_b", NUMBER), ("end_b", NUMBER), ("marker", TEXT)])

CHANGE = pa.struct(
    [
        ("kind", TEXT),
        ("start", NUMBER),
        ("end", NUMBER),
        ("source_start", NUMBER),
        ("source_end", NUMBER),
        ("words", NUMBER),
        ("mark", TEXT),
    ]
)
PLACE = pa.struct([("doc", TEXT), ("start", NUMBER), ("end", NUMBER)])


class Table(NamedTuple):
    """The declaration of one table: its name, what a row is, the columns that order it, and its Arrow schema."""

    name: str
    about: str
    order: tuple[str, ...]
    schema: pa.Schema

    def comment(self, column: str) -> str:
        """What a column means."""
        return str(self.schema.field(column).metadata[b"comment"].decode())

    def rows(self, rows: list[dict[str, Any]]) -> pa.Table:
        """An Arrow table of this schema, from rows given as dictionaries."""
        return pa.Table.from_pylist(rows, schema=self.schema)

    def empty(self) -> pa.Table:
        """An Arrow table of this schema without rows: always the same one, it is often asked for."""
        if self.name not in _EMPTY:
            _EMPTY[self.name] = self.schema.empty_table()
        return _EMPTY[self.name]


_EMPTY: dict[str, pa.Table] = {}


def _table(name: str, about: str, order: str, /, **columns: tuple[pa.DataType, str]) -> Table:
    fields = [pa.field(key, kind, metadata={"comment": comment}) for key, (kind, comment) in columns.items()]
    return Table(name, about, tuple(order.split()), pa.schema(fields))


_DOC = (TEXT, "the document's id: its path in the library, with #member where a file holds many")
_START = (NUMBER, "first code point of the span")
_END = (NUMBER, "the code point after the span")
_REASON = (TEXT, "why, in words")

DOCUMENTS = _table(
    "documents",
    "a document: one readable unit, a file or one member of a file that holds many",
    "doc",
    doc=_DOC,
    format=(TEXT, "what it was read as: text, html, jsonl, tei, epub, docx, markdown, hocr, alto, page, pdf or zip"),
    sha256=(TEXT, "of the source file, in hexadecimal"),
    title=(TEXT, "from the library's settings, the file's own metadata, or its headings"),
    author=(TEXT, "likewise; null where nothing says"),
    composed=(TEXT, "when it was written (EDTF)"),
    published=(TEXT, "when it was published (EDTF)"),
    transcribed=(TEXT, "when this transcription was made or last changed (EDTF)"),
    language=(TEXT, "BCP 47 tag, where declared"),
    access=(TEXT, "public, private, or embargoed until DATE"),
    edition=(TEXT, "the edition of variorum.toml that it belongs to"),
    series=(TEXT, "the series that its source names"),
    source=(TEXT, "the edition that it was transcribed from, as it says"),
    transcriber=(TEXT, "who transcribed it, as it says"),
    charset=(TEXT, "how the bytes of the source are decoded, by its Python name"),
    words=(NUMBER, "how many words the text has"),
    text=(LONG_TEXT, "the text: every offset of every table counts its code points"),
)

ORIGINS = _table(
    "origins",
    "a run of text and the bytes of the source that it came from",
    "doc start",
    doc=_DOC,
    start=_START,
    end=_END,
    source_start=(NUMBER, "first byte of the source file, or of its member when it is compressed"),
    source_end=(NUMBER, "the byte after it"),
    exact=(YES_NO, "whether those bytes, decoded, are this text"),
)

BLOCKS = _table(
    "blocks",
    "a block; blocks nest by their spans, and the innermost ones hold all that can be read",
    "doc start -end level",
    doc=_DOC,
    start=_START,
    end=_END,
    kind=(TEXT, "heading, paragraph, verse, quote, note, item, cell or furniture"),
    level=(NUMBER, "of a heading 1 to 6; of any other block how many blocks contain it"),
    label=(
        TEXT,
        "of furniture its sort (repeated: because other pages of its folder have it too), "
        "of a note its number, of an item its marker, of a heading whether it names the work, "
        "the part or the title, of a paragraph whether it names the author; else null",
    ),
)

MILESTONES = _table(
    "milestones",
    "a page, line or column of the print",
    "doc at unit",
    doc=_DOC,
    at=(NUMBER, "the code point before which it begins"),
    unit=(TEXT, "page, line or column; or what TEI names it"),
    n=(TEXT, "its number as printed"),
    facsimile=(TEXT, "its image, where the source names one, with its place there: image.jpg#xywh=x,y,w,h"),
)

STYLES = _table(
    "styles",
    "a stretch that is set otherwise, a link, an anchor, or an image's place",
    "doc start -end style target",
    doc=_DOC,
    start=_START,
    end=_END,
    style=(
        TEXT,
        "italic, bold, small-caps, underline, superscript, subscript, strike, code, link, anchor or image; of TEI also "
        "quote, supplied, unclear, surplus, secl, gap, and over a reading the sort of the other one: corr, reg, expan, "
        "rdg, lem, del, alternative; of ALTO also joined, over the halves of a word",
    ),
    target=(TEXT, "of a link or image where it leads, as the source says; of an anchor its name; the other reading"),
)

QUOTED = _table(
    "quoted",
    "a quoted stretch, its marks included",
    "doc quotation",
    doc=_DOC,
    quotation=(NUMBER, "ordinal in the document, by start, longest first; from 0"),
    start=_START,
    end=_END,
    inner_start=(NUMBER, "first code point of what is quoted, after the opening mark"),
    inner_end=(NUMBER, "the code point after what is quoted, before the closing mark"),
    depth=(NUMBER, "1 for a quotation by the author, 2 for one inside it, and so on"),
    parent=(NUMBER, "the quotation that it stands in, or null"),
    form=(TEXT, "inline (in quotation marks), paragraphs (each opening with a mark) or block"),
    closed=(YES_NO, "whether its closing mark was found"),
    reason=(TEXT, "how its marks were read"),
)

QUOTATIONS = _table(
    "quotations",
    "a quoted stretch, with what it is for and who speaks",
    "doc quotation",
    doc=_DOC,
    quotation=(NUMBER, "ordinal in the document, by start, longest first; from 0"),
    start=_START,
    end=_END,
    inner_start=(NUMBER, "first code point of what is quoted, after the opening mark"),
    inner_end=(NUMBER, "the code point after what is quoted, before the closing mark"),
    depth=(NUMBER, "1 for a quotation by the author, 2 for one inside it, and so on"),
    parent=(NUMBER, "the quotation that it stands in, or null"),
    form=(TEXT, "inline (in quotation marks), paragraphs (each opening with a mark) or block"),
    use=(TEXT, "speech (somebody's words), term (a word that somebody uses), title, or scare (irony)"),
    closed=(YES_NO, "whether its closing mark was found"),
    voice=(TEXT, "who speaks, as the document names them, where it can be told"),
    reason=_REASON,
)

EMBEDDED = _table(
    "embedded",
    "a document inside a document: a letter, an article, a decree",
    "doc start -end",
    doc=_DOC,
    start=_START,
    end=_END,
    kind=(TEXT, "letter, article, decree, resolution, speech, proclamation, document or verse"),
    author=(TEXT, "who wrote it, as what introduces it says"),
    addressee=(TEXT, "to whom it was written"),
    composed=(TEXT, "when it was written (EDTF), or as it is said where that is no date"),
    published_in=(TEXT, "where it was printed"),
    work=(TEXT, "the work that it is a copy or part of, which may be absent from the library"),
    opened=(YES_NO, "whether a mark, a block or a salutation opens it"),
    closed=(YES_NO, "whether a mark, the block's end or a signature closes it"),
    reason=_REASON,
)

REFERENCES = _table(
    "references",
    "a pointer that an author gives to a source",
    "doc start -end target",
    doc=_DOC,
    start=_START,
    end=_END,
    target=(TEXT, "what it points to, in one form: `Luke 8:49`, `vol. 26, p. 217`, a title"),
    kind=(TEXT, "verse, volume, page, chapter, title or note"),
    reason=_REASON,
)

DATES = _table(
    "dates",
    "an expression of time, and the days that it means",
    "doc start end",
    doc=_DOC,
    start=_START,
    end=_END,
    written=(TEXT, "the date as it is written, in its own calendar: 1917-10-18, 1906/1907"),
    calendar=(
        TEXT,
        "gregorian, julian, both (the day is given in either), republican, uncertain, "
        "or unstated (a year or season, or a day of no year that is known)",
    ),
    edtf=(TEXT, "the same in the Gregorian calendar (EDTF); [a,b] where it is one of two days, ? where it is doubted"),
    first_day=(TEXT, "the first day that it may be or begin on (Gregorian); null where the year is not known"),
    last_day=(TEXT, "the last day that it may be or end on (Gregorian); null where the year is not known"),
    anchor=(TEXT, "what it was reckoned from where it does not say all: a date as written, or one of the document’s"),
    reason=_REASON,
)

ELLIPSES = _table(
    "ellipses",
    "a mark that says that something is left out, or that a voice breaks off",
    "doc start end",
    doc=_DOC,
    start=_START,
    end=_END,
    quotation=(NUMBER, "the innermost quotation that it stands in, or null"),
    cut_by=(TEXT, "quoter (who quotes left something out), editor, or hesitation (nothing is left out)"),
    reason=_REASON,
)

_NUMBERS = pa.large_binary()

WORDING = _table(
    "wording",
    "a document's words as numbers, kept by the program for itself: what joins documents reads no text again",
    "doc",
    doc=_DOC,
    kinds=(_NUMBERS, "the keys of its different words, in the order in which they first appear; 8 bytes each"),
    bits=(_NUMBERS, "what a match of each of these is worth by itself, in thousandths of a bit; 2 bytes each"),
    signs=(_NUMBERS, "of each of its words what stands before it; 1 byte each"),
    numbers=(_NUMBERS, "of each which of the different words it is; 1, 2 or 4 bytes each, as the largest needs"),
    gaps=(_NUMBERS, "of each how many code points stand between the one before and it; likewise"),
    lengths=(_NUMBERS, "of each how many code points it has; likewise"),
)

EDGES = _table(
    "edges", "a leaf at the edge of a document, which is furniture if other pages of its folder have it", "doc block",
    doc=_DOC, block=(NUMBER, "its number among the document's blocks, from 0"), start=_START, end=_END,
    kind=(TEXT, "as which block it was read"), label=(TEXT, "the label that it had then"), side=(TEXT, "head or foot"),
    outside=(YES_NO, "whether something between it and the text is furniture by its form"),
    linked=(YES_NO, "whether most of it leads elsewhere"), words=(TEXT, "its words, in lower case"),
)  # fmt: skip

DIVISIONS = _table(
    "divisions",
    "a division of a document: a book, chapter, scene, letter or verse, so that a place can be cited",
    "doc start -end level",
    doc=_DOC,
    start=(NUMBER, "first code point of the span, its heading or number included"),
    end=_END,
    kind=(
        TEXT,
        "volume, book, part, act, scene, chapter, section, letter, psalm, article, verse, appendix, preface, division",
    ),
    level=(NUMBER, "how many divisions it stands in, itself included: 1 is outermost"),
    n=(TEXT, "its number in Arabic figures, where it has one"),
    label=(TEXT, "its heading or number as written"),
    citation=(TEXT, "how a place in it is cited, the outer ones included; null where that would not be certain"),
    reason=_REASON,
)

_PAIR = {
    "doc_a": (TEXT, "the document of the lesser (doc, start)"),
    "start_a": _START,
    "end_a": _END,
    "doc_b": (TEXT, "the other document, or the same"),
    "start_b": _START,
    "end_b": _END,
}
_REUSE = {
    "kind": (TEXT, "exact (no word differs), reworked, or translation"),
    "words": (NUMBER, "how many words side a has"),
    "identity": (
        NUMBER,
        "thousandths of the aligned words that are the same; of a translation, the cosine of the two",
    ),
    "score": (
        NUMBER,
        "evidence that the spans are one text, in thousandths of a bit; it depends on the two documents alone; "
        "of a translation 0",
    ),
}
_GAPS = {
    "gaps": (pa.list_(GAP), "pairs of spans inside that do not answer each other, with the ellipsis that stands there"),
}
_PAIR_ORDER = "doc_a start_a end_a doc_b start_b end_b"

_SUPPORT = {"support": (NUMBER, "what else is in the library adds so much to the score, or takes it, in deciding")}

SENTENCES = _table(
    "sentences",
    "a sentence, or a clause of a long one, and what it says as a vector",
    "doc start",
    doc=_DOC, start=_START, end=_END,
    encoder=(TEXT, "what made the vector: packaged, a model's name or folder, or none"),
    vector=(pa.binary(), "as many bytes as the encoder has dimensions, each a number from -127 to 127: a direction"),
)  # fmt: skip
TRANSLATIONS = _table(
    "translations",
    "two groups of sentences that render each other, as small as can be: a bead",
    _PAIR_ORDER, **_PAIR, **_REUSE, **_GAPS,
)  # fmt: skip
UNRENDERED = _table(
    "unrendered",
    "words of one side of a bead, or between two, that nothing on the other side renders, nor beside it",
    "doc start end other_doc",
    doc=(TEXT, "the document that has it"), start=_START, end=_END,
    other_doc=(TEXT, "the document that renders the rest"),
    other_start=(NUMBER, "after which code point of that it would stand"),
    other_end=(NUMBER, "before which code point of that it would stand"),
    words=(NUMBER, "how many words it has"),
    nearer=(NUMBER, "by so many thousandths the two sides' cosine is greater without it; 0 between two beads"),
    between=(YES_NO, "whether it stands between two beads, and not in one"),
)  # fmt: skip
REUSE = _table("reuse", "two spans that may carry the same words: a candidate", _PAIR_ORDER, **_PAIR, **_REUSE, **_GAPS)
PASSAGES = _table("passages", "two spans that carry the same text", _PAIR_ORDER, **_PAIR, **_REUSE, **_SUPPORT, **_GAPS)

TRADITIONS = _table(
    "traditions",
    "a witness of a tradition: one of the spans that carry one text",
    "tradition siglum",
    tradition=(TEXT, "the tradition's id, made from its witnesses' content"),
    doc=_DOC,
    start=_START,
    end=_END,
    siglum=(TEXT, "the letter or letters by which the witness is cited"),
    kind=(TEXT, "text (in several documents), repetition (in one alone, or often in each), or boilerplate"),
)

COLLATIONS = _table(
    "collations",
    "a token of a witness at a place of its tradition",
    "tradition place siglum start",
    tradition=(TEXT, "the tradition's id"),
    place=(NUMBER, "ordinal of the place along the text, from 0"),
    siglum=(TEXT, "the witness"),
    start=_START,
    end=_END,
    lemma=(TEXT, "what the base witness has at this place, or null where it has nothing"),
    kind=(TEXT, "same, accidental, substantive, plus or minus, against the lemma"),
    variant=(
        TEXT,
        "the difference more exactly: same; punctuation, case, accent, spelling, abbreviation, division (into words), "
        "which are accidental; inflection, word, order, transposition, plus, minus, which are not",
    ),
)

TRANSPOSITIONS = _table(
    "transpositions",
    "words of a witness that stand elsewhere in another: a link between places of their tradition",
    "tradition siglum_a start_a siglum_b",
    tradition=(TEXT, "the tradition's id"),
    siglum_a=(TEXT, "the one witness"),
    start_a=_START,
    end_a=_END,
    place_a=(NUMBER, "the place of its first word there"),
    siglum_b=(TEXT, "the other witness"),
    start_b=_START,
    end_b=_END,
    place_b=(NUMBER, "the place of its first word there"),
    words=(NUMBER, "how many words side a has"),
)

OMISSIONS = _table(
    "omissions",
    "what one witness of a text lacks and another has, inside what both share",
    "doc at other_doc other_start other_end",
    doc=(TEXT, "the document that lacks it"),
    at=(NUMBER, "where it is lacking: the code point, or the start of the mark that stands for it"),
    other_doc=(TEXT, "the document that has it"),
    other_start=_START,
    other_end=_END,
    marked=(YES_NO, "whether a mark says that something is left out"),
    marker=(TEXT, "that mark as written"),
    words=(NUMBER, "how many words are lacking"),
    level=(TEXT, "sentence, phrase or word"),
    reason=_REASON,
)

DEPENDENCE = _table(
    "dependence",
    "words that two translations have to the letter, and that independent translators would hardly share",
    _PAIR_ORDER,
    **_PAIR,
    words=(NUMBER, "how many words"),
    one_in=(NUMBER, "in less than one of so many such pairs chance brings words as improbable to two translations"),
    reason=_REASON,
)

AUDITS = _table(
    "audits",
    "what an edition lacks, has cut, has alone, or prints twice",
    "edition finding doc start end other_doc other_start",
    edition=(TEXT, "the edition: as variorum.toml names it; else a folder, or a document by itself"),
    finding=(TEXT, "lacks, shortened, alone or twice"),
    doc=(TEXT, "the document that has it; for shortened the one that lacks it"),
    start=_START,
    end=_END,
    other_doc=(TEXT, "where it stands a second time, or in full; null where that says nothing"),
    other_start=_START,
    other_end=_END,
    words=(NUMBER, "how many words"),
    reason=_REASON,
)

SENSITIVITY = _table(
    "sensitivity",
    "quotations that the program planted into copies of the library's documents, and how many of them it found",
    "least marked",
    least=(NUMBER, "the quotations have so many words or more"),
    most=(NUMBER, "and so many at most"),
    marked=(YES_NO, "whether they stand in quotation marks"),
    planted=(NUMBER, "how many were planted"),
    found=(NUMBER, "how many of them were found, half of each or more"),
    changed=(NUMBER, "how many of a thousand words were changed, after the differences within the passages found"),
)

CHECKS = _table(
    "checks",
    "a quotation held against the library",
    "doc quotation source_doc source_start",
    doc=_DOC,
    quotation=(NUMBER, "which quotation of the document, as in quotations"),
    start=_START,
    end=_END,
    source_doc=(TEXT, "the document that it is held against; null where it was not found"),
    source_start=(NUMBER, "first code point there of the words that answer"),
    source_end=(NUMBER, "the code point after the last of them"),
    relation=(
        TEXT,
        "verbatim, accidentals (spelling, points, capitals, misread letters), substantive (other words, or words "
        "more or fewer), paraphrase, or not found; null where the source is in another language and no words compare",
    ),
    completeness=(TEXT, "whole, marked cut or silent cut; null where it was not found"),
    translated=(YES_NO, "whether it renders a text in other words, itself or by way of its source"),
    attribution=(
        TEXT,
        "right, wrong, or unstated: nobody is named, or it cannot be told here whether that is so; null where "
        "it was not found",
    ),
    words=(NUMBER, "how many words the quotation has"),
    answered=(NUMBER, "how many of them stand in the source"),
    changes=(
        pa.list_(CHANGE),
        "where they differ in their words, a span on either side: kind (word, inflection, plus, minus, cut), how many "
        "words, and of a cut its mark",
    ),
    said=(TEXT, "whose words the quoting document says they are: the voice, or what a reference beside them points to"),
    speaker=(TEXT, "whose they are where they stand: who speaks or writes there, as that document names them"),
    citation=(TEXT, "how the place is cited in the source"),
    undecided=(YES_NO, "whether another place would do as well"),
    rivals=(pa.list_(PLACE), "the other places that have these words"),
    chain=(pa.list_(PLACE), "where the source has them from, and so on; of a translation the original"),
    chance=(NUMBER, "of what was not found: how many of a hundred such quotations would have been"),
    reason=_REASON,
)

MENTIONS = _table(
    "mentions",
    "a name that one document by itself lets tell, before the library says whom it means",
    "doc start end",
    doc=_DOC,
    start=_START,
    end=_END,
    kind=(TEXT, "person, group, place, work or periodical"),
    name=(TEXT, "the name on one line, as it is written there, without title, article and the ’s of a genitive"),
    family=(TEXT, "of a person the family name, as written; null where only first names or initials stand"),
    given=(TEXT, "of a person the first names, initials and patronymic, as written"),
    title=(TEXT, "of a person the title, office or form of address before it: Comrade, Mr., генерал"),
    language=(TEXT, "BCP 47 tag of the language that it stands in"),
    likely=(SHARE, "how likely it is a name of this kind as far as the document tells, from 0 to 1"),
    reason=_REASON,
)

NAMES = _table(
    "names",
    "a name as written, and whom or what it means",
    "doc start end",
    doc=_DOC,
    start=_START,
    end=_END,
    kind=(TEXT, "person, group, place, work or periodical"),
    entity=(TEXT, "whom or what it means: an id in entities"),
    reason=(TEXT, "why it is a name, and why it is counted to this entity"),
)

ENTITIES = _table(
    "entities",
    "a person, group, place, work or periodical, with all the forms of its name",
    "entity",
    entity=(
        TEXT,
        "its id: the kind and the commonest full form, person/grigory-zinoviev; of an authority file its own",
    ),
    kind=(TEXT, "person, group, place, work or periodical"),
    name=(TEXT, "what it is called here: as the authority file says, else the fullest form that is common"),
    forms=(
        pa.list_(pa.struct([("form", TEXT), ("count", NUMBER), ("reason", TEXT)])),
        "each form of the name, commonest first, how often it stands, and why it is the same",
    ),
    mentions=(NUMBER, "how often it is named"),
    documents=(NUMBER, "in how many documents"),
    same_as=(pa.list_(TEXT), "what the authority file calls it: addresses or ids of VIAF, Wikidata, GND"),
)

_STATED = {
    "about": (TEXT, "what text it speaks of, as the document names it: this letter, Complete Works of Lenin"),
    "claim": (
        TEXT,
        "what is said of it: written, dictated, copied, sent, received, intercepted, read aloud, circulated, "
        "circulated privately, circulated in manuscript, published, unpublished, suppressed, destroyed, lost, "
        "preserved, translated, edited, abridged, altered, complete, left out of an edition, or quoted from",
    ),
    "object": (TEXT, "how many copies, by whom, where, to whom, into what: as the document has it; null if unsaid"),
    "polarity": (TEXT, "affirmed or denied"),
    "modality": (TEXT, "said, expected, future, hoped, reported (on another’s word), or doubted"),
    "voice": (TEXT, "who says so, as the document names them; null where it does not"),
    "said_when": (TEXT, "when it was said (EDTF): the date of the document, or of the letter that it stands in"),
}

STATEMENTS = _table(
    "statements",
    "a statement about a text’s transmission, as one document by itself lets read it",
    "doc start end claim",
    doc=_DOC,
    start=_START,
    end=_END,
    **_STATED,
    about_start=(NUMBER, "where the text that it speaks of stands in this document, if it does: first code point"),
    about_end=(NUMBER, "the code point after it"),
    reason=_REASON,
)

TESTIMONY = _table(
    "testimony",
    "a statement about a text’s transmission, held against the library",
    "doc start end claim",
    doc=_DOC,
    start=_START,
    end=_END,
    **_STATED,
    about_at=(pa.list_(PLACE), "where the library has the text that it speaks of"),
    held_against=(pa.list_(PLACE), "the places of the library that speak for it or against it"),
    verdict=(
        TEXT,
        "borne out, contradicted, superseded (true when said, not since `until`), or open (nothing here tells)",
    ),
    until=(TEXT, "of what was superseded the day since which it is no longer so (EDTF)"),
    reason=_REASON,
)

UNLISTED = _table(
    "unlisted",
    "a word of a document that no list of its language has",
    "doc form",
    doc=_DOC,
    form=(TEXT, "the word in lower case, without the ’s of a genitive"),
    count=(NUMBER, "how often it stands there"),
)

_SUSPECTED = {
    "rule": (TEXT, "the rule that suspects it: a page of the manual has its name"),
    "message": (TEXT, "what is suspected, in words"),
    "suggestion": (TEXT, "what is to stand there instead of the span; null where the rule cannot tell"),
}

SUSPECTS = _table(
    "suspects",
    "a slip that one document by itself lets suspect, before the library is asked",
    "doc start end rule",
    doc=_DOC,
    start=_START,
    end=_END,
    **_SUSPECTED,
    form=(
        TEXT,
        "the word in question as in unlisted, or the phrase, where other documents can tell whether it is right",
    ),
    likely=(SHARE, "how likely it is a slip as far as the document tells, from 0 to 1"),
)

FINDINGS = _table(
    "findings",
    "a suspected slip of transcription",
    "doc start end rule",
    doc=_DOC,
    start=_START,
    end=_END,
    **_SUSPECTED,
    confidence=(SHARE, "how likely it is a slip, from 0 to 1"),
)

TABLES = (
    DOCUMENTS, ORIGINS, BLOCKS, MILESTONES, STYLES, EDGES, WORDING,
    DIVISIONS, QUOTED, QUOTATIONS, EMBEDDED, REFERENCES, DATES, ELLIPSES, SENTENCES, TRANSLATIONS, UNRENDERED, REUSE,
    PASSAGES, TRADITIONS, COLLATIONS, TRANSPOSITIONS, OMISSIONS, DEPENDENCE, AUDITS, SENSITIVITY, CHECKS,
    UNLISTED, SUSPECTS, FINDINGS, MENTIONS, NAMES, ENTITIES, STATEMENTS, TESTIMONY,
)  # fmt: skip
BY_NAME = {table.name: table for table in TABLES}
