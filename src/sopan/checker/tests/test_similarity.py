"""How alike two texts or titles are, by example."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopan.checker.language.similarity import TitleIndex, likeness, overlap, same_text, title_likeness


class TestSimilarity:
    def test_likeness_runs_from_nothing_to_the_same_words(self) -> None:
        assert likeness("Surat masuk", "Surat yang masuk") == 1
        assert likeness("Surat masuk", "Akta lahir") == 0
        assert likeness("", "") == 0

    def test_overlap_asks_how_much_of_the_shorter_comes_back(self) -> None:
        assert overlap("Konsep surat", "Konsep surat yang diparaf") == 1
        assert overlap("", "Surat") == 0

    def test_titles_are_compared_without_the_words_in_front(self) -> None:
        assert title_likeness("SOP Penyusunan Renstra", "Standar Operasional Prosedur Menyusun Renstra") == 1
        assert title_likeness("Penanganan Surat Masuk", "Penanganan Surat Keluar") == 0.5

    def test_same_text(self) -> None:
        assert same_text("Fotokopi  KTP", "fotokopi ktp.")
        assert not same_text("Fotokopi KTP", "Fotokopi KK")

    @given(st.lists(st.sampled_from(["surat masuk", "surat keluar", "akta lahir", "akta kematian", ""]), max_size=6))
    def test_the_index_finds_what_comparing_each_with_each_finds(self, titles: list[str]) -> None:
        index = TitleIndex()
        for title in titles:
            index.add(title)
        for title in titles:
            by_hand = [(at, title_likeness(title, other)) for at, other in enumerate(titles)]
            assert index.near(title, threshold=0.3) == [found for found in by_hand if found[1] >= 0.3]
