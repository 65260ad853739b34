"""Tables on disk: what is written is read, and no moment at which a build is killed leaves a broken archive."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import disk
from variorum.errors import ArchiveError, ArchiveInUse, MixedArchive
from variorum.plan import STEPS, stage_documents
from variorum.stamps import Stamp, hash_rows, total
from variorum.store import Store, by_document, part_of
from variorum.tables import BLOCKS, PASSAGES, TABLES

READS = {"passages": ("blocks",)}


def blocks(doc: str, *spans: tuple[int, int]) -> pa.Table:
    return BLOCKS.rows(
        [{"doc": doc, "start": start, "end": end, "kind": "paragraph", "level": 0} for start, end in spans]
    )


def write(store: Store, texts: dict[str, int]) -> None:
    """Stage and commit two tables of documents and one of the library, as a build does."""
    for table in ("documents", "blocks"):
        by_part: dict[int, dict[str, pa.Table]] = {part: {} for part in store.files(table)}
        for doc, size in texts.items():
            rows = blocks(doc, (0, size)) if table == "blocks" else document(doc, size)
            by_part.setdefault(part_of(doc), {})[doc] = rows
        for part, rows in by_part.items():
            stage_documents(store, table, part, "code", {doc: f"{doc} {texts[doc]}" for doc in rows}, rows, {})
    rows = PASSAGES.empty()
    made_from = {"blocks": total(store.hashes("blocks"))}
    store.stage("passages", None, rows, Stamp("code", made_from, {"passages": hash_rows(rows)}))
    wanted = {part_of(doc) for doc in texts}
    store.commit({"documents": wanted, "blocks": wanted, "passages": [None]})


def document(doc: str, size: int) -> pa.Table:
    from variorum.tables import DOCUMENTS

    return DOCUMENTS.rows([{"doc": doc, "text": "x" * size, "words": 1}])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_written_is_read_in_order_of_the_ids(tmp_path: Path) -> None:
    store = Store(tmp_path / "tables", staged=True)
    texts = {name: size for size, name in enumerate(["b", "ä", "a#2", "a", "z/1", "Z"])}
    write(store, texts)
    rows = Store(tmp_path / "tables").read_all("documents")
    assert rows["doc"].to_pylist() == sorted(texts)
    assert [len(text) for text in rows["text"].to_pylist()] == [texts[doc] for doc in sorted(texts)]


class Killed(BaseException):
    """Stands for kill -9: nothing that the program does about exceptions may help."""


def test_killed_at_any_moment_the_archive_is_the_old_one_or_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4}
    write(Store(tmp_path / "whole" / "tables", staged=True), new)
    expected = contents(tmp_path / "whole")
    moments = 0
    for moment in range(1000):
        folder = tmp_path / str(moment) / "tables"
        write(Store(folder, staged=True), old)
        before = contents(folder)
        with monkeypatch.context() as patched:
            if not dies(patched, folder, new, moment):
                break
        moments += 1
        try:
            Store(folder).check_whole(READS)
            assert {k: v for k, v in contents(folder).items() if not k.startswith(".next")} == before
        except MixedArchive:
            pass
        store = Store(folder, staged=True)
        store.finish()
        write(store, new)
        assert contents(tmp_path / str(moment)) == expected
    assert moments > 10


def dies(patched: pytest.MonkeyPatch, folder: Path, texts: dict[str, int], moment: int) -> bool:
    """Write, and die before the given one of all the operations that change the disk; tell whether it came to that."""
    left = [moment]

    def dying(operation):  # type: ignore[no-untyped-def]
        def instead(*arguments, **options):  # type: ignore[no-untyped-def]
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return operation(*arguments, **options)

        return instead

    for name in ("replace", "unlink", "rmdir", "mkdir", "write_text"):
        patched.setattr(Path, name, dying(getattr(Path, name)))
    for module, name in (("variorum.store.shutil", "rmtree"), ("variorum.store.pq", "write_table")):
        patched.setattr(
            f"{module}.{name}", dying(eval(f"__import__('variorum.store').{module.partition('.')[2]}.{name}"))
        )
    try:
        write(Store(folder, staged=True), texts)
    except Killed:
        return True
    return False


def test_a_mixed_set_is_refused(tmp_path: Path) -> None:
    for name, size in (("one", 1), ("two", 2)):
        write(Store(tmp_path / name / "tables", staged=True), {"a": size})
    Store(tmp_path / "one" / "tables").check_whole(READS)
    part = f"part-{part_of('a'):02d}.parquet"
    (tmp_path / "two/tables/blocks.parquet" / part).replace(tmp_path / "one/tables/blocks.parquet" / part)
    with pytest.raises(MixedArchive, match="run variorum build again"):
        Store(tmp_path / "one" / "tables").check_whole(READS)


def test_texts_are_read_of_those_documents_that_are_asked_for(tmp_path: Path) -> None:
    store = Store(tmp_path / "tables", staged=True)
    texts = {f"d{size}": size for size in range(200)}
    write(store, texts)
    asked = [doc for doc, size in texts.items() if size % 3 == 0]
    assert sorted(store.texts([*asked, *asked])) == sorted((doc, "x" * texts[doc]) for doc in asked)
    assert not list(store.texts([]))


def test_steps_name_columns_that_their_tables_have() -> None:
    named = {(name, column) for step in STEPS for name, columns in step.columns.items() for column in columns}
    assert named <= {(table.name, column) for table in TABLES for column in table.schema.names}
    reuse = next(step for step in STEPS if step.name == "reuse")
    assert reuse.takes_texts and "text" not in reuse.columns["documents"]


def test_no_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="make one with"):
        Store(tmp_path / "tables").check_whole(READS)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with disk.only_writer(tmp_path), pytest.raises(ArchiveInUse, match="wait"), disk.only_writer(tmp_path):
        pass


@given(st.lists(st.tuples(st.text(max_size=3), st.none() | st.integers(0, 9)), max_size=8), st.integers(1, 4))
def test_the_hash_of_rows_sees_values_not_layout(values: list[tuple[str, int | None]], cut: int) -> None:
    table = pa.table(
        {"a": pa.array([a for a, _ in values], pa.string()), "n": pa.array([n for _, n in values], pa.int64())}
    )
    pieces = pa.concat_tables([table.slice(0, cut), table.slice(cut)])
    assert hash_rows(pieces) == hash_rows(table)
    assert hash_rows(table.slice(1)) != hash_rows(table) or not values


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 9)), max_size=12))
def test_rows_are_told_apart_by_document(pairs: list[tuple[str, int]]) -> None:
    pairs.sort()
    table = pa.table(
        {"doc": pa.array([a for a, _ in pairs], pa.string()), "n": pa.array([n for _, n in pairs], pa.int64())}
    )
    parted = {doc: rows["n"].to_pylist() for doc, rows in by_document(table).items()}
    assert parted == {doc: [n for d, n in pairs if d == doc] for doc in {d for d, _ in pairs}}
