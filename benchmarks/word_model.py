"""Who says such words: the simplest model there is, so that what it can tell is plain to see."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence


class WordModel:
    """Naive Bayes over words with add-one smoothing; every speaker is as likely as any other."""

    def __init__(self, said: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for speaker, words in said:
            self._counts[speaker].update(words)
        self._known = len(frozenset().union(*self._counts.values()))

    def likeliest(self, words: Sequence[str]) -> str:
        """The speaker who says these words most readily; "" where nobody is known."""
        return max(self._counts, key=lambda speaker: self._log(speaker, words), default="")

    def _log(self, speaker: str, words: Sequence[str]) -> float:
        counts = self._counts[speaker]
        whole = counts.total() + self._known + 1
        return sum(math.log((counts[word] + 1) / whole) for word in words)
