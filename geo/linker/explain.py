"""Explain decisions: the strongest reasons for and against each name of a text, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from geo.linker.block import Candidate
from geo.linker.budget import Budget
from geo.linker.document import ONE
from geo.linker.lexicon import Lexicon
from geo.linker.mentions import Decision, decide, to_mention
from geo.linker.reasons import STEPS, describe, family, is_plain, step_of, word_beside, word_near
from geo.linker.score import Judge
from geo.linker.weights import BIAS
from geo.text.articles import Article

LOGIT = 10_000
"""The unit of a decision's sum."""
MOST_REASONS = 3
_LEAST = LOGIT // 10
_LOCAL, _TOPIC = "local", "topic"
_READINGS = frozenset({"metonym", "place"})
_CLIP = 50.0


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for (above 0) or against a mention, in logits with one decimal."""

    words: str
    value: float


@dataclass(frozen=True, slots=True)
class Choice:
    """How a capital was read that may stand for its state or for the town, with the reasons.

    Attributes
    ----------
    is_state
        Whether the state is meant, and not the town.
    reasons_for, reasons_against
        What speaks for (above 0) and against that reading, the strongest first, at most three each.
    """

    is_state: bool
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A decision on a name in a text, and the strongest reasons.

    Attributes
    ----------
    start, end, surface
        Where the name stands, as in `Mention`.
    target, rule
        The feature that it names, or would name were it a mention, and by what rule.
    is_mention, probability
        Whether it was kept, and how likely a mention it is.
    reasons_for, reasons_against
        The strongest first, at most three of each.
    names
        The names of the lexicon that fit.
    choice
        How a capital was read, where state and town are both on the map.
    """

    start: int
    end: int
    surface: str
    target: str
    rule: str
    is_mention: bool
    probability: float
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    names: tuple[str, ...] = ()
    choice: Choice | None = None


def explain_text(
    text: str,
    lexicon: Lexicon,
    *,
    skip: Sequence[tuple[int, int]] = (),
    budget: Budget | None = None,
) -> list[Explanation]:
    """Return the decision on every name in a text, those left out too, in order.

    Abbreviations that the text defines and names in scripts without spaces are found by rule and
    not weighed, so they have none.

    Raises
    ------
    ArticleError
        When the budget is spent; see `find_mentions`.
    """
    found = (
        _explain(judge, decision)
        for judge, decisions in decide(text, lexicon, skip=skip, budget=budget)
        for decision in decisions
    )
    return list(_drop_overlaps(found))


def explain_article(
    article: Article, lexicon: Lexicon, budget: Budget | None = None
) -> list[Explanation]:
    """Return the decision on every name in an article, in order; boilerplate is skipped.

    Raises
    ------
    ArticleError
        When the budget is spent; see `find_mentions`.
    """
    return explain_text(article.text, lexicon, skip=article.boilerplate, budget=budget)


def contributions(judge: Judge, decision: Decision) -> dict[str, int]:
    """Return what each signal adds to a decision's sum, in its unit; together they are the sum.

    The signals beside a name count twice: by themselves, and in the sum of the words beside it,
    whose parts they are. Only their total is given.
    """
    near, whole = judge.lexicon.weights.near, judge.lexicon.weights.whole
    share = whole.get(_LOCAL, 0)
    found = {
        signal: ONE * whole.get(signal, 0) + share * near.get(signal, 0)
        for signal in (BIAS, *decision.beside)
    }
    for signal, value in judge.of_text(decision.candidate).items():
        if signal != _LOCAL:
            found[signal] = found.get(signal, 0) + value * whole.get(signal, 0)
    return found


def capital_contributions(judge: Judge, decision: Decision) -> dict[str, int]:
    """Return what each signal adds to the sum for a capital's state; together they are the sum."""
    weights = judge.lexicon.weights.capital
    found = {signal: ONE * weights.get(signal, 0) for signal in (BIAS, *decision.beside)}
    return {**found, _TOPIC: judge.evidence.topic * weights.get(_TOPIC, 0)}


def _explain(judge: Judge, decision: Decision) -> Explanation:
    candidate = decision.candidate
    block, match = candidate.block, candidate.match
    is_mention = decision.score >= 0
    mention = to_mention(judge, decision)
    start, end = mention.start, mention.end
    if not is_mention:
        start = block.offset + block.tokens.starts[match.first]
        end = block.offset + block.tokens.ends[match.last - 1]
    reasons_for, reasons_against = _split(_reasons(contributions(judge, decision), candidate))
    return Explanation(
        start=start,
        end=end,
        surface=block.tokens.text[start - block.offset : end - block.offset],
        target=mention.target,
        rule=mention.rule,
        is_mention=is_mention,
        probability=probability(decision.score),
        reasons_for=reasons_for,
        reasons_against=reasons_against,
        names=tuple(dict.fromkeys(name.text for name in match.names)),
        choice=_choice(judge, decision) if mention.rule in _READINGS else None,
    )


def _choice(judge: Judge, decision: Decision) -> Choice | None:
    candidate = decision.candidate
    if len({name.target for name in candidate.match.names}) == 1:
        return None
    is_state = judge.capital_score(candidate) >= 0
    sign = 1 if is_state else -1
    parts = capital_contributions(judge, decision)
    reasons = _reasons({signal: sign * value for signal, value in parts.items()}, candidate)
    return Choice(is_state, *_split(reasons))


def _split(reasons: Sequence[Reason]) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return the reasons for and those against."""
    return (
        tuple(one for one in reasons if one.value > 0),
        tuple(one for one in reasons if one.value < 0),
    )


def _place(one: Explanation) -> tuple[int, int, bool]:
    return one.start, -one.end, one.rule != "elided"


def _drop_overlaps(found: Iterable[Explanation]) -> Iterator[Explanation]:
    """Yield explanations in order, without mentions that are part of a longer one."""
    end = 0
    for one in sorted(found, key=_place):
        if not one.is_mention:
            yield one
        elif one.start >= end:
            end = one.end
            yield one


def probability(score: int) -> float:
    """Return how likely a mention is, with three decimals, by the sum of a decision."""
    return round(1 / (1 + exp(-max(-_CLIP, min(_CLIP, score / LOGIT)))), 3)


def _reasons(parts: Mapping[str, int], candidate: Candidate) -> list[Reason]:
    """Return the strongest reasons for and against, all that speak of the same added together.

    What is so for nearly every name is none.
    """
    families: dict[str, dict[str, int]] = {}
    for signal, value in parts.items():
        if signal != BIAS and value and not is_plain(signal):
            about = family(signal)
            if signal.startswith("near="):
                about = step_of(signal, candidate) or about
            families.setdefault(about, {})[signal] = value
    totals = {about: sum(those.values()) for about, those in families.items()}
    ranked = sorted(totals, key=lambda about: (-abs(totals[about]), about))
    strong = [about for about in ranked if abs(totals[about]) >= _LEAST]
    chosen = [about for about in strong if totals[about] > 0][:MOST_REASONS]
    chosen += [about for about in strong if totals[about] < 0][:MOST_REASONS]
    return [
        Reason(_words(about, families[about], candidate), round(totals[about] / LOGIT, 1))
        for about in chosen
    ]


def _words(about: str, signals: Mapping[str, int], candidate: Candidate) -> str:
    """Return in words what signals speak of: what the strongest of them says."""
    sign = 1 if sum(signals.values()) > 0 else -1
    strongest = max(signals, key=lambda signal: (sign * signals[signal], signal))
    if about in STEPS:
        return word_beside(about, candidate, strongest)
    if strongest.startswith("near="):
        return word_near(strongest, candidate)
    if strongest.startswith("is:"):
        match = candidate.match
        return describe(f"is:{candidate.block.tokens.slice(match.first, match.last)}")
    return describe(strongest)
