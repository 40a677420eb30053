import pytest

from tocsin.printing.fonts_to_add import fonts_to_add


@pytest.mark.parametrize(
    ("letters", "packages"),
    [
        ("", ()),
        ("律师", ("tocsin[cjk]",)),
        ("んンこ律한，", ("tocsin[cjk]",)),
        ("தமిழ்", ("fontpkg-noto-sans-tamil", "fontpkg-noto-sans-telugu")),
        ("ខ", ("fontpkg-noto-sans-khmer",)),
        ("ᚠ\ue000", ()),
    ],
)
def test_what_to_install_for_letters_without_a_font(letters: str, packages: tuple[str, ...]) -> None:
    assert fonts_to_add(letters) == packages
