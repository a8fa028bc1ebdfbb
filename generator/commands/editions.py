"""Commands on a whole corpus: build it, hold it against the laws, record its promises, and ask what it says."""

import argparse
import sys
from datetime import UTC, datetime

from generator import corpus, pipeline, problems
from generator.commands import DONE, FAULTY
from generator.commands.printing import count, print_problems, shown
from generator.promise.lock import NAME as LOCK
from generator.promise.lock import Said
from generator.promise.recording import Change, accepted, moved, with_new, withdrawn
from generator.reporting.markdown import markdown, shortened
from generator.stages import Stages


def build(asked: argparse.Namespace) -> int:
    """Generate docs/ from the corpus; 1 if a text had to be left out, or with --strict if anything is wrong."""
    stages = Stages(shown)
    told = pipeline.build(asked.corpus, asked.docs, asked.cache, stages)
    print_problems(told.problems, asked.corpus)
    print(
        f"{count(told.texts, 'text')} built, {len(told.left_out)} left out; "
        f"{count(len(told.written.changed), 'file')} changed, {len(told.written.removed)} removed under {asked.docs}"
    )
    wrong = count(len(set(told.problems)), "problem")
    print(f"{count(told.paragraphs, 'paragraph')}, {wrong}; {stages.summary()}")
    faulty = problems.errors(told.problems) if asked.strict else told.left_out
    return FAULTY if faulty else DONE


def check(asked: argparse.Namespace) -> int:
    """Hold a corpus, and a built site, against the laws; 1 on any error."""
    edition = pipeline.check(asked.corpus, asked.site, asked.cache)
    print_problems(edition.problems, asked.corpus)
    wrong = problems.errors(edition.problems)
    warnings = len(set(edition.problems)) - len(set(wrong))
    print(
        f"{count(len(edition.texts), 'text')} checked: {count(len(set(wrong)), 'error')}, {count(warnings, 'warning')}"
    )
    return FAULTY if wrong else DONE


def lock(asked: argparse.Namespace) -> int:
    """Record new anchors, or what became of a published one; 1 if a promise is still broken."""
    edition = pipeline.record(asked.corpus, _change(asked))
    print_problems(edition.problems, asked.corpus)
    print(f"{count(len(edition.lock or ()), 'line')} in {asked.corpus / LOCK}")
    return FAULTY if problems.errors(edition.problems) else DONE


def _change(asked: argparse.Namespace) -> Change:
    """What the editor asked to record."""
    if not (asked.accept or asked.move or asked.withdraw):
        return with_new
    if not asked.why:
        raise corpus.ConfigurationError('say why, for those who will read the lock: --why "…"')
    said = Said(datetime.now(UTC).date().isoformat(), asked.why)
    if asked.accept:
        return lambda lines, held: accepted(lines, held, asked.accept, said)
    if asked.move:
        place, to = asked.move
        return lambda lines, held: moved(lines, held, place, to, said)
    return lambda lines, _: withdrawn(lines, asked.withdraw, said)


def align(asked: argparse.Namespace) -> int:
    """Print which paragraphs of one text another continues, and what is new and was dropped."""
    found = pipeline.aligned(asked.corpus, asked.earlier, asked.later)
    for one in found.links:
        print(f"{one.origin} {one.to} {one.kind} {one.score:.2f}")
    for name, places in (("new", found.new), ("dropped", found.dropped)):
        for place in places:
            print(f"{name}: {place}")
    return DONE


def report(asked: argparse.Namespace) -> int:
    """Print as Markdown what leads from the corpus of a commit to the one of today."""
    whole = markdown(pipeline.report(asked.corpus, asked.base))
    if asked.whole:
        asked.whole.write_text(whole, encoding="utf-8")
    sys.stdout.write(shortened(whole) if asked.whole else whole)
    return DONE


def explain(asked: argparse.Namespace) -> int:
    """Print why a paragraph has its themes and addressees."""
    for line in pipeline.explain(asked.corpus, asked.paragraph):
        print(line)
    return DONE
