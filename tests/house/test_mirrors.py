"""Every module has its test, in the place where one would look for it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "trigpoint"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py")

#: The two evaluators are held against each other on random standards over the whole
#: language: each of their modules is exercised there, and a test proves that every
#: element, outcome and code of what is missing is reached.
_TWO_ENGINES = "tests/generative/test_two_engines.py"

#: Modules whose test stands elsewhere, and where. The library is drawn in one spec, in
#: which a test demands that every standard is.
ELSEWHERE: dict[str, str] = {
    **dict.fromkeys(
        (
            "judgements/answers.py",
            "judgements/batch.py",
            "judgements/calendar_tables.py",
            "judgements/candidates.py",
            "judgements/conditions.py",
            "judgements/gaps.py",
            "judgements/judgement.py",
            "judgements/known.py",
            "judgements/partitions.py",
            "judgements/plan.py",
            "judgements/single.py",
            "judgements/sql/candidates.py",
            "judgements/sql/codes.py",
            "judgements/sql/conditions.py",
            "judgements/sql/deadline.py",
            "judgements/sql/needs.py",
            "judgements/sql/occasions.py",
            "judgements/sql/outcome.py",
            "judgements/sql/reading.py",
            "vocabulary/nouns.py",
        ),
        _TWO_ENGINES,
    ),
    # Needs Spark, and so runs only where that is asked for.
    "judgements/spark.py": "tests/soak/spark.py",
    **dict.fromkeys(
        (
            path.relative_to(PACKAGE).as_posix()
            for path in (PACKAGE / "standards" / "library").rglob("*.py")
            if path.name != "__init__.py"
        ),
        "tests/spec/standards/test_library.py",
    ),
    **dict.fromkeys(
        (
            "access/pace.py",
            "access/person.py",
            "services/act_on_duty.py",
            "services/enter_event.py",
            "services/find_children.py",
            "services/keep_pace.py",
            "services/look.py",
            "services/manage_accounts.py",
            "services/open_child.py",
            "services/open_shared.py",
            "services/child_file.py",
            "services/read_inbox.py",
            "services/read_judgements.py",
            "services/read_looks.py",
            "services/read_notices.py",
            "services/read_team.py",
            "services/review_emergencies.py",
            "services/run_jobs.py",
            *(
                path.relative_to(PACKAGE).as_posix()
                for path in (PACKAGE / "web").rglob("*.py")
                if path.name != "__init__.py"
            ),
        ),
        "tests/functional/test_site_pages.py",
    ),
    **dict.fromkeys(
        ("services/keep_figures.py", "services/read_figures.py"),
        "tests/integration/test_released_figures.py",
    ),
    "services/read_cases_behind.py": "tests/integration/test_figures.py",
    "services/kept_files.py": "tests/integration/test_sent_again.py",
    "synthetic/truth_in_one_row.py": "tests/unit/synthetic/test_truth_deeds.py",
    **dict.fromkeys(
        ("cli/backup.py", "services/back_up.py", "storage/keys.py"),
        "tests/integration/test_backups.py",
    ),
    "services/read_worklist.py": "tests/integration/test_worklist.py",
    "services/read_partners.py": "tests/integration/test_partners.py",
    **dict.fromkeys(
        (
            "services/read_missing.py",
            "services/read_missing_again.py",
            "services/read_missing_shared.py",
        ),
        "tests/integration/test_missing_lists.py",
    ),
    "services/read_claims.py": "tests/integration/test_claims.py",
    "services/emergency_access.py": "tests/integration/test_emergency_access.py",
    "services/read_received.py": "tests/integration/test_quarantine.py",
    "services/mend_row.py": "tests/integration/test_quarantine.py",
    **dict.fromkeys(
        ("cli/webhook.py", "services/webhooks.py"), "tests/integration/test_webhooks.py"
    ),
    "publication/monthly.py": "tests/unit/publication/sections/test_districts_and_months.py",
    **dict.fromkeys(
        (
            "services/import_records.py",
            "services/judge_children.py",
            "services/prepare_database.py",
            "services/prepare_demonstration.py",
            *(
                path.relative_to(PACKAGE).as_posix()
                for path in (PACKAGE / "storage").rglob("*.py")
                if path.name not in ("__init__.py", "access_log.py", "ledger.py")
            ),
        ),
        "tests/integration/test_database.py",
    ),
    **dict.fromkeys(
        (
            "cli/doctor.py",
            "cli/importing.py",
            "cli/judge.py",
            "cli/log.py",
            "services/examine_installation.py",
            "services/judge_stored.py",
            "services/who_looked.py",
            "services/log_heads.py",
            "services/verify_log.py",
        ),
        "tests/integration/test_installation_commands.py",
    ),
    **dict.fromkeys(
        (
            "records/care_words.py",
            "records/english_councils.py",
            "records/need_words.py",
            "records/placing_councils.py",
            "records/source_words.py",
            "records/wording.py",
        ),
        "tests/unit/records/test_spelling.py",
    ),
    **dict.fromkeys(
        (
            "cli/plan_audit.py",
            "cli/review.py",
            "publication/review_page.py",
            "publication/review_people.py",
            "publication/review_words.py",
            "services/plan_audit.py",
            "services/review_data.py",
            "services/review_rounds.py",
        ),
        "tests/integration/test_reviews.py",
    ),
    **dict.fromkeys(
        ("services/local_pack.py", "services/preview_standards.py"),
        "tests/integration/test_local_packs.py",
    ),
    "services/decide_links.py": "tests/integration/test_links.py",
    "linkage/likeness.py": "tests/unit/linkage/test_records.py",
    **dict.fromkeys(
        (
            "cli/links.py",
            "cli/score.py",
            "publication/score_page.py",
            "services/link_decisions.py",
            "services/score_change.py",
            "services/score_chronology.py",
            "services/score_links.py",
            "services/score_run.py",
            "services/score_truth.py",
        ),
        "tests/integration/test_scores.py",
    ),
    **dict.fromkeys(
        (
            "synthetic/planted_deeds.py",
            "synthetic/planted_disclosures.py",
            "synthetic/planted_powers.py",
            "synthetic/planted_ways.py",
        ),
        "tests/integration/test_every_outcome_occurs.py",
    ),
    "synthetic/truth_expected.py": "tests/integration/test_scores.py",
    "cli/serve.py": "tests/functional/test_site_pages.py",
    "standards/language.py": _TWO_ENGINES,
    "standards/phrases.py": "tests/spec/standards/test_library.py",
    "standards/conditions.py": _TWO_ENGINES,
    "standards/limits.py": _TWO_ENGINES,
}


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def homes(path: Path) -> list[Path]:
    """Where the test of a module may stand."""
    inside = path.relative_to(PACKAGE)
    name = f"test_{path.stem}.py"
    found = [ROOT / "tests" / "unit" / inside.parent / name]
    if inside.parts[:2] == ("standards", "library"):
        area = Path(*inside.parts[2:-1])
        found.append(ROOT / "tests" / "spec" / "standards" / area / name)
    return found


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_module_has_its_test(path: Path) -> None:
    """A module has a mirrored test, or the place of its test is named."""
    if place(path) in ELSEWHERE:
        assert (ROOT / ELSEWHERE[place(path)]).exists()
        return
    assert any(home.exists() for home in homes(path)), f"write {homes(path)[0]}"


def test_no_exemption_outlives_its_reason() -> None:
    """A module that has its mirrored test is not exempt, nor one that is gone."""
    for name in ELSEWHERE:
        path = PACKAGE / name
        assert path.exists()
        assert not any(home.exists() for home in homes(path))
