"""The words and numbers that get hashed in place of Pinterest's three letters."""

from collections.abc import Iterator

from workbench.judging.detective.recipe import Mistake, Way

_WORDS = {
    "f": "female,woman,girl,lady,mrs,ms,miss,w,weiblich,frau,femme,femenino,femenina,mujer,feminino,donna,vrouw,kvinna",
    "m": "male,man,boy,gentleman,mr,männlich,maennlich,mann,herr,homme,h,masculin,masculino,hombre,uomo",
    "n": "non-binary,nonbinary,non_binary,non binary,nb,other,o,x,diverse,divers,d,neutral,unknown,u",
}
_NUMBERS = ("0", "1", "2", "3", "9")
_FIX = "Hash f, m or n, not another word for it."


def gender_readings(text: str) -> Iterator[Way]:
    """What a word that the rule refuses can mean: certain for a whole word, a guess for a single letter."""
    word = text.strip().lower()
    for letter in _WORDS:
        if word in words_for(letter):
            if len(word) > 1 and letter != "n":
                yield Way(letter, (f"as-{letter}",), reading=f"once the word is read as “{letter}”")
            else:
                what = f"“{letter}” was hashed, which the value may mean or not"
                yield Way(letter, (f"as-{letter}",), (Mistake(what, "Give the value as f, m or n."),), 1)
            yield from gender_ways(letter)


def words_for(letter: str) -> tuple[str, ...]:
    """What people and programs write for one of the three letters."""
    return tuple(_WORDS[letter].split(","))


def gender_ways(letter: str) -> Iterator[Way]:
    """Everything else that may have been hashed for ``letter``."""
    for word in words_for(letter):
        yield Way(word, (f"as-{word.replace(' ', '-')}",), (Mistake(f"“{word}” was hashed, not “{letter}”", _FIX),), 1)
    for number in _NUMBERS:
        yield Way(number, (f"as-{number}",), (Mistake(f"the number {number} was hashed, not “{letter}”", _FIX),), 1)
