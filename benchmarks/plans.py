"""How long the exact plan takes for each role, for somebody who shows nothing yet: the most that there is to choose.

    python -m benchmarks.plans

Printed for each role: steps and hours of all that is missing with the time to plan it, and the slowest of the best
plans for 10 to 200 hours.
"""

import time

from skillgap import gap, taxonomy
from skillgap.model.resume import SkillProfile
from skillgap.plan import learning_plan

BUDGETS = (10, 20, 40, 72, 100, 150, 200)


def clock(action):
    """Result and milliseconds of the processor for one run, whatever else it does."""
    start = time.process_time()
    return action(), (time.process_time() - start) * 1000


def main():
    """Print one line a role, and the slowest of all."""
    known, nobody, slowest = taxonomy.load(), SkillProfile("nobody", ()), 0.0
    for role in known.roles.values():
        report = gap.compare(nobody, role, known)
        whole, whole_time = clock(lambda report=report: learning_plan.build(report, nobody, known))
        times = [
            clock(lambda report=report, hours=hours: learning_plan.within(report, nobody, known, hours))[1]
            for hours in BUDGETS
        ]
        slowest = max(slowest, *times)
        print(
            f"{role.id:28} {len(whole.steps):3} steps {whole.hours:4} h {whole_time:6.1f} ms, "
            f"best plan at most {max(times):6.1f} ms"
        )
    print(f"slowest {slowest:.1f} ms")


if __name__ == "__main__":
    main()
