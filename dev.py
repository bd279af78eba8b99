#!/usr/bin/env python3
"""The one way in: `python3 dev.py run`, `test`, `check`, `bench`, `soak`, `translate`.

Standard library only: it makes the environment that everything else needs, from
hash-pinned requirements, and then hands over to it.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OUT = ROOT / "out"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def say(text: str) -> None:
    """One line of progress, at once."""
    print(f"trigpoint: {text}", flush=True)


def stop(text: str) -> "NoReturn":  # noqa: F821 - typing would be an import for one word
    """End with a reason and exit code 2: nothing was done."""
    print(f"trigpoint: {text}", file=sys.stderr, flush=True)
    raise SystemExit(2)


def is_root() -> bool:
    """Whether apt may be used."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_debian(*packages: str, needed_for: str) -> None:
    """Install Debian packages as root; otherwise name the exact command and stop."""
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not is_root() or not shutil.which("apt-get"):
        stop(f"{needed_for} needs {', '.join(packages)}. Run: sudo {command}")
    say(f"installing {', '.join(packages)} ({needed_for})")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    done = subprocess.run(
        [*command.split(), "-qq"], env=quiet, stdout=subprocess.DEVNULL
    )
    if done.returncode:
        stop(
            f"apt could not install {', '.join(packages)}. Try by hand: sudo {command}"
        )


# --- the environment -----------------------------------------------------------


def fingerprint(kind: str) -> str:
    """What the environment must have been made from."""
    digest = hashlib.sha256(sys.version.encode())
    for name in ("tools", kind):
        digest.update((ROOT / "requirements" / f"{name}.txt").read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    """Where an environment says what it was made from."""
    return VENV / f"made-from-{kind}"


def is_ready(kind: str) -> bool:
    """Whether the environment holds these requirements already."""
    mark = stamp(kind)
    return PYTHON.exists() and mark.exists() and mark.read_text() == fingerprint(kind)


def make_venv() -> None:
    """A fresh virtual environment with pip in it."""
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True).returncode:
        install_debian("python3-venv", needed_for="making an environment")
        if subprocess.run(command).returncode:
            stop("python3 -m venv fails: see the message above.")


def install(kind: str) -> None:
    """Fill the environment with exactly the pinned files of one requirements list."""
    wanted = ROOT / "requirements" / f"{kind}.txt"
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    tools = ROOT / "requirements" / "tools.txt"
    hashed = [*pip, "--require-hashes", "-r"]
    subprocess.run([*hashed, str(tools)], check=False, capture_output=True)
    quick = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--require-hashes"]
    # Each file is read in a process of its own: none should compile a library again.
    quick += ["--compile-bytecode", "--python", str(PYTHON), "-r", str(wanted)]
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    try:
        fast = (
            subprocess.run(quick, env=environment, capture_output=True).returncode == 0
        )
    except OSError:
        fast = False
    if not fast:
        say("the quick installer could not be used here; pip takes a little longer")
        slow = subprocess.run([*hashed, str(wanted)])
        if slow.returncode:
            stop("the requirements could not be installed: see pip's message above.")


def link_package() -> None:
    """Make `trigpoint` importable and `.venv/bin/trigpoint` a command."""
    site = next((VENV / "lib").glob("python3*/site-packages"))
    (site / "trigpoint.pth").write_text(f"{ROOT / 'src'}\n")
    command = VENV / "bin" / "trigpoint"
    command.write_text(
        f"#!{PYTHON}\nimport sys\nfrom trigpoint.cli.main import main\n\n"
        'if __name__ == "__main__":\n    sys.exit(main())\n'
    )
    command.chmod(0o755)


def environment(kind: str) -> None:
    """Make sure that the environment of this kind ("run" or "dev") is there."""
    # This file alone may be started by an older Python, so it asks.
    if sys.version_info < (3, 11):  # noqa: UP036
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if is_ready(kind) or (kind == "run" and is_ready("dev")):
        return
    began = time.monotonic()
    say("making the environment in .venv (once)")
    if not PYTHON.exists() or not any(stamp(k).exists() for k in ("run", "dev")):
        make_venv()
    install(kind)
    link_package()
    stamp(kind).write_text(fingerprint(kind))
    say(f"environment ready in {time.monotonic() - began:.0f} s")


def add_spark() -> None:
    """PySpark into the environment, and Java: only for the long run that needs them."""
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        install_debian("default-jre-headless", needed_for="Spark")
    wanted = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes"]
    lock = ROOT / "requirements" / "spark.txt"
    if subprocess.run([*wanted, "-r", str(lock)]).returncode:
        stop("PySpark could not be installed: see pip's message above.")


def find_chromium() -> str | None:
    """A Chromium on this machine."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def browser() -> str:
    """A Chromium for the browser tests, installed if need be."""
    if not find_chromium():
        install_debian("chromium", needed_for="the browser tests")
    found = find_chromium()
    if not found:
        stop("no Chromium was found after installing it: set PATH to where it is.")
    return found


# --- the commands ---------------------------------------------------------------


def trigpoint(*arguments: str) -> int:
    """Run the product's own command; Ctrl+C ends it as it would end by itself."""
    running = subprocess.Popen([str(VENV / "bin" / "trigpoint"), *arguments])
    try:
        return running.wait()
    except KeyboardInterrupt:
        return running.wait()


def source_digest() -> str:
    """A digest of the program itself: the same program makes the same report."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def make_report(force: Path, run_folder: Path, children: int) -> int:
    """Invent the force and inspect it; exit code as the product's."""
    shutil.rmtree(force, ignore_errors=True)
    shutil.rmtree(run_folder, ignore_errors=True)
    made = trigpoint(
        "synth", "--out", str(force), "--children", str(children),
        "--seed", "1", "--regime", "before",
    )  # fmt: skip
    if made:
        return made
    extracts = str(force / "extracts")
    return trigpoint("inspect", extracts, "--out", str(run_folder), "--with-cases")


def run(options: argparse.Namespace) -> int:
    """Invent a county force, inspect it, load it, and leave the site running."""
    environment("run")
    force = OUT / f"fellshire-{options.children}"
    run_folder = OUT / f"fellshire-{options.children}-inspection"
    mark = OUT / f"fellshire-{options.children}.made-by"
    digest = source_digest()
    report = run_folder / "report.html"
    if report.exists() and mark.exists() and mark.read_text() == digest:
        say("the report of this very program is there already")
    else:
        code = make_report(force, run_folder, options.children)
        if code not in (0, 1):
            return code
        mark.write_text(digest)
    say(f"the report: {report}")
    say(f"the same as PDF: {run_folder / 'report.pdf'}")
    say("next: .venv/bin/trigpoint --help")
    if options.no_serve:
        return 0
    return trigpoint(
        "serve", "--place", str(OUT / "site"), "--port", str(options.port),
        "--demonstration", str(force / "extracts"),
    )  # fmt: skip


def guard_locks() -> list[str]:
    """What is wrong with the lock files: an address, or a pin without its hash."""
    wrong = []
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text()
        if "://" in text:
            wrong.append(
                f"{lock.name} holds an address: compile it without index addresses"
            )
        pins = text.replace("\\\n", " ").splitlines()
        bare = [p for p in pins if p and "--hash=" not in p and not p.startswith("#")]
        wrong += [f"{lock.name}: no hash for {pin.split()[0]}" for pin in bare]
    wrong += [f"{path} may not be committed" for path in ROOT.glob("uv.lock")]
    return wrong


def check(_: argparse.Namespace) -> int:
    """Format, lint, contracts between folders, types, locks. Nothing is changed."""
    environment("dev")
    worst = 0
    for problem in guard_locks():
        print(problem)
        worst = 1
    binaries = VENV / "bin"
    for command in (
        [str(binaries / "ruff"), "format", "--check", "--quiet", "."],
        [str(binaries / "ruff"), "check", "--quiet", "."],
        [str(binaries / "lint-imports"), "--no-cache"],
        [str(binaries / "mypy")],
    ):
        say(" ".join(Path(part).name for part in command))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout + done.stderr)
            worst = 1
    return worst


def test(options: argparse.Namespace) -> int:
    """Every check and every test."""
    environment("dev")
    os.environ["TRIGPOINT_CHROMIUM"] = browser()
    if code := check(options):
        return code
    command = [str(PYTHON), "-m", "pytest", "-n", "3", "--dist", "loadfile"]
    return subprocess.run([*command, *options.rest], cwd=ROOT).returncode


def bench(options: argparse.Namespace) -> int:
    """Measure speed against limits and peers."""
    environment("dev")
    program = [
        str(PYTHON),
        "-m",
        "tests.bench",
        *(["--quick"] if options.quick else []),
    ]
    return subprocess.run([*program, *options.rest], cwd=ROOT).returncode


def soak(options: argparse.Namespace) -> int:
    """The long runs: evaluators against each other, or the review in many worlds."""
    environment("dev")
    if options.rest[:1] == ["spark"]:
        add_spark()
    program = [str(PYTHON), "-m", "tests.soak", *options.rest]
    return subprocess.run(program, cwd=ROOT).returncode


def translate(options: argparse.Namespace) -> int:
    """Renew, check and compile a language's catalogue."""
    environment("dev")
    program = [str(PYTHON), "-m", "trigpoint.web.catalogues", options.language]
    return subprocess.run([*program, *options.rest], cwd=ROOT).returncode


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("run", help="set everything up and do the main job")
    one.add_argument("--port", type=int, default=8000, help="port of the site")
    one.add_argument("--children", type=int, default=3000, help="children of the force")
    one.add_argument("--no-serve", action="store_true", help="do the job, then stop")
    verbs.add_parser("test", help="set everything up and run every test")
    verbs.add_parser("check", help="format, lint and contracts")
    measured = verbs.add_parser(
        "bench",
        help="speed, with limits and peers; --force N: synth and inspect of N children, "
        "whole; --site N: pages of such a force; --start: from an empty clone to the site",
    )
    measured.add_argument("--quick", action="store_true", help="ends within 40 s")
    verbs.add_parser(
        "soak",
        help="long runs: judging (default), reviews, api, crashes, promises, spark, "
        "figures (published and asked for)",
    )
    told = verbs.add_parser("translate", help="renew, check and compile a catalogue")
    told.add_argument("language", help="its code, such as cy")
    options, rest = parser.parse_known_args()
    options.rest = rest
    return options


def main() -> int:
    """Do what was asked."""
    options = parse()
    verbs = {
        "run": run, "test": test, "check": check, "bench": bench, "soak": soak,
        "translate": translate,
    }  # fmt: skip
    return verbs[options.verb](options)


if __name__ == "__main__":
    sys.exit(main())
