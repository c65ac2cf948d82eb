"""python -m measuring: run by scripts/benchmark, which builds and installs what it needs."""

import argparse
import datetime
import json
import os
import platform
import sys

from measuring import agreement, programs, prompt, sections, settings, whole

SECTIONS = {
    "model": ("The benchmark model", sections.model),
    "national": ("A what-if of the national scenario, 1,000 replicates, in a running process", sections.national),
    "scaling": ("How the time grows", sections.scaling),
    "summaries": ("Statistics alone, one thread", whole.summaries),
    "processes": ("Whole processes", whole.processes),
    "prompt": ("The prompt", prompt.prompt),
}


def options():
    parser = argparse.ArgumentParser(
        prog="scripts/benchmark", description="Measures the engine beside its peers and prints tables in Markdown."
    )
    # Given by scripts/benchmark.
    parser.add_argument("--build", nargs=3, action="append", help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="fewer replicates and rounds: rough figures")
    parser.add_argument(
        "--only", action="append", choices=["agreement", *SECTIONS], help="one part of it; may be repeated"
    )
    parser.add_argument("--json", metavar="FILE", help="write the raw figures to a file")
    return parser.parse_args()


def processor():
    try:
        with open("/proc/cpuinfo") as lines:
            return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def main():
    asked = options()
    if not asked.build:
        # --help has been answered; all else needs what the script builds.
        sys.exit("benchmark: run scripts/benchmark")
    builds = [programs.Build(*build) for build in asked.build]
    sizes = settings.QUICK if asked.quick else settings.FULL
    now = datetime.datetime.now(datetime.timezone.utc)
    print(f"{now:%Y-%m-%d}, {processor()}, {os.cpu_count()} processors, Python {platform.python_version()}.")
    print(f"{'Quick: ' if asked.quick else ''}Medians of {sizes.rounds} rounds.\n", flush=True)

    print("### Agreement\n", flush=True)
    lines, raw, agrees = agreement.check(builds, sizes)
    print("\n".join(lines), flush=True)
    figures = {"date": now.isoformat(), "quick": asked.quick, "agreement": raw}
    if agrees:
        wanted = [name for name in SECTIONS if not asked.only or name in asked.only]
        if wanted:
            print("\n### This machine\n")
            figures["spin"] = sections.spin(builds, sizes)
        for name in wanted:
            title, measure = SECTIONS[name]
            print(f"\n### {title}\n", flush=True)
            figures[name] = measure(builds, sizes)
            sys.stdout.flush()
    else:
        print("\nNo time is printed for what does not agree.")
    if asked.json:
        with open(asked.json, "w") as file:
            json.dump(figures, file, indent=1)
    sys.exit(0 if agrees else 1)


main()
