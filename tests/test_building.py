"""The site is built page by page: the same bytes as MkDocs gives, whatever was taken over, in whatever parts."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.publishing import aside, publish
from generator.building.shards import Shard
from generator.building.site import Built, Place, build_shard, build_site
from generator.searching import pagefind
from tests.folders import content, differing

Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def place(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The folders that the site under test was built from, and a site and a cache of their own."""
    home = site.parent
    folder = tmp_path_factory.mktemp("building")
    return Place(home / "mkdocs.yml", home / "docs", folder / "site", folder / "cache")


@pytest.fixture(scope="module")
def built(place: Place) -> Built:
    return build_site(place)


def test_the_site_has_the_bytes_that_mkdocs_gives(place: Place, built: Built, site: Path) -> None:
    assert built.complaints == ()
    assert built.taken_over == 0
    assert differing(place.site, site) == []


def test_what_did_not_change_is_taken_over(place: Place, built: Built, site: Path) -> None:
    again = build_site(place)
    assert (again.rendered, again.taken_over) == (0, built.rendered)
    assert differing(place.site, site) == []


def _nothing_is_known(folder: Path) -> None:
    (folder / "cache/site.made").unlink()


def _the_record_is_half(folder: Path) -> None:
    record = folder / "cache/site.made"
    record.write_bytes(record.read_bytes()[: record.stat().st_size // 2])


def _the_record_is_noise(folder: Path) -> None:
    (folder / "cache/site.made").write_bytes(os.urandom(999))


def _what_was_seen_is_noise(folder: Path) -> None:
    (folder / "cache/docs.seen").write_bytes(os.urandom(999))


def _a_page_was_changed_by_hand(folder: Path) -> None:
    (folder / "site/A/RES/59/166/index.html").write_text("changed", encoding="utf-8")


def _a_page_was_changed_and_keeps_its_length(folder: Path) -> None:
    page = folder / "site/A/RES/59/166/index.html"
    page.write_bytes(b"x" * page.stat().st_size)


def _a_page_is_gone(folder: Path) -> None:
    (folder / "site/A/RES/59/166/index.html").unlink()


def _a_folder_is_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "site/A")
    (folder / "site/A").write_text("a file where the folder should be", encoding="utf-8")


def _the_seal_is_gone(folder: Path) -> None:
    (folder / "site/offline.json").unlink()


def _the_seal_is_half(folder: Path) -> None:
    seal = folder / "site/offline.json"
    seal.write_bytes(seal.read_bytes()[: seal.stat().st_size // 2])


def _the_seal_says_something_else_of_a_page(folder: Path) -> None:
    seal = folder / "site/offline.json"
    told = json.loads(seal.read_bytes())
    told["files"] = [[address, "0" * 12, 1] for address, *_ in told["files"]]
    seal.write_text(json.dumps(told), encoding="utf-8")


def _the_site_is_gone(folder: Path) -> None:
    shutil.rmtree(folder / "site")


def _a_killed_build_left_something(folder: Path) -> None:
    (folder / "site.next/A").mkdir(parents=True)
    (folder / "site.next/A/left.html").write_text("half", encoding="utf-8")


def _a_build_was_killed_between_two_names(folder: Path) -> None:
    (folder / "site").rename(folder / "site.last")


@pytest.mark.parametrize(
    "spoil",
    [
        _nothing_is_known, _the_record_is_half, _the_record_is_noise, _what_was_seen_is_noise,
        _a_page_was_changed_by_hand, _a_page_was_changed_and_keeps_its_length, _a_page_is_gone, _a_folder_is_a_file,
        _the_seal_is_gone, _the_seal_is_half, _the_seal_says_something_else_of_a_page, _the_site_is_gone,
        _a_killed_build_left_something, _a_build_was_killed_between_two_names,
    ],
)  # fmt: skip
@pytest.mark.usefixtures("built")
def test_the_cache_and_the_site_may_be_damaged_at_any_time(
    place: Place, site: Path, tmp_path: Path, spoil: Spoil
) -> None:
    shutil.copytree(place.site, tmp_path / "site")
    shutil.copytree(place.cache, tmp_path / "cache")
    spoil(tmp_path)
    assert build_site(Place(place.config_file, place.docs, tmp_path / "site", tmp_path / "cache")).complaints == ()
    assert differing(tmp_path / "site", site) == []
    assert {entry.name for entry in tmp_path.iterdir()} <= {"cache", "site", "site.next"}


def _not_again(*_: object) -> None:
    pytest.fail("shards have read all pages for the search")


def test_shards_give_the_same_site(place: Place, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shards = [tmp_path / f"shard-{number}" for number in (1, 2, 3)]
    for number, shard in enumerate(shards, 1):
        part = build_shard(Place(place.config_file, place.docs, shard, tmp_path / "none"), Shard(number, 3))
        assert part.rendered > 0
    monkeypatch.setattr(pagefind, "read_pages", _not_again)
    joined = build_site(Place(place.config_file, place.docs, tmp_path / "site", tmp_path / "cache"), shards)
    assert joined.rendered == 0
    assert differing(tmp_path / "site", site) == []


def test_a_shard_that_is_missing_costs_time_only(place: Place, site: Path, tmp_path: Path) -> None:
    shard = tmp_path / "shard"
    build_shard(Place(place.config_file, place.docs, shard, tmp_path / "none"), Shard(2, 2))
    joined = build_site(Place(place.config_file, place.docs, tmp_path / "site", tmp_path / "cache"), [shard])
    assert joined.rendered > 0
    assert joined.taken_over > 0
    assert differing(tmp_path / "site", site) == []


def test_a_complaint_of_mkdocs_leaves_the_last_good_site(place: Place, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(place.docs, docs)
    with (docs / "method.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", encoding="utf-8")
    spoiled = build_site(Place(place.config_file, docs, tmp_path / "site", tmp_path / "cache"))
    assert len(spoiled.complaints) == 1
    assert "nowhere.md" in spoiled.complaints[0]
    assert content(tmp_path / "site") == {"index.html": b"the last good site"}


@pytest.mark.usefixtures("built")
def test_a_site_that_is_made_over_the_one_before_the_last_has_nothing_of_it(
    place: Place, site: Path, tmp_path: Path
) -> None:
    mine = Place(place.config_file, tmp_path / "docs", tmp_path / "site", tmp_path / "cache")
    for there, here in ((place.docs, mine.docs), (place.site, mine.site), (place.cache, mine.cache)):
        shutil.copytree(there, here)
    page, new = mine.docs / "method.md", mine.docs / "new.md"
    before = page.read_text("utf-8")
    made = []
    for _ in range(2):
        page.write_text(before.replace("Nothing is lost", "Nothing gets lost"), encoding="utf-8")
        new.write_text("# New", encoding="utf-8")
        assert build_site(mine).rendered == 2
        made.append(content(mine.site))
        page.write_text(before, encoding="utf-8")
        new.unlink()
        assert build_site(mine).rendered == 1
        assert differing(mine.site, site) == []
        assert not (mine.site / "new").exists()
    assert made[0] == made[1]
    assert {path for path in made[0] if made[0][path] != content(site).get(path)} >= {
        "method/index.html",
        "new/index.html",
    }


@pytest.mark.usefixtures("built")
def test_a_page_that_keeps_its_length_is_seen_to_have_changed(place: Place, tmp_path: Path) -> None:
    mine = Place(place.config_file, tmp_path / "docs", tmp_path / "site", tmp_path / "cache")
    for there, here in ((place.docs, mine.docs), (place.site, mine.site), (place.cache, mine.cache)):
        shutil.copytree(there, here)
    page = mine.docs / "method.md"
    page.write_text(page.read_text("utf-8").replace("Nothing is lost", "Nothing is last"), encoding="utf-8")
    assert build_site(mine).rendered == 1
    assert "Nothing is last" in (mine.site / "method/index.html").read_text("utf-8")


@pytest.mark.usefixtures("built")
def test_a_build_that_fails_writes_into_no_file_of_the_site(place: Place, tmp_path: Path) -> None:
    mine = Place(place.config_file, tmp_path / "docs", tmp_path / "site", tmp_path / "cache")
    for there, here in ((place.docs, mine.docs), (place.site, mine.site), (place.cache, mine.cache)):
        shutil.copytree(there, here)
    (mine.docs / "method.md").write_text("# Method\n", encoding="utf-8")
    assert build_site(mine).complaints == ()
    before = content(mine.site)
    for wrong in ("[nowhere](nowhere.md)", "[nowhere else](nowhere.md)"):
        (mine.docs / "method.md").write_text(f"# Other words\n\n{wrong}\n", encoding="utf-8")
        (mine.docs / "cite.md").write_text(f"# Other words\n\n{wrong}\n", encoding="utf-8")
        assert build_site(mine).complaints
        assert content(mine.site) == before


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for words in ("first", "second"):
        new = aside(site)
        new.mkdir()
        (new / "index.html").write_text(words, encoding="utf-8")
        publish(new, site)
        assert content(site) == {"index.html": words.encode()}
    assert content(aside(site)) == {"index.html": b"first"}


def test_without_an_exchange_of_names_it_does_so_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.building.publishing.sys.platform", "plan9")
    test_the_new_site_takes_the_place_of_the_old(tmp_path)
