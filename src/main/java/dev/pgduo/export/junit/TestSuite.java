package dev.pgduo.export.junit;

import java.time.Duration;
import java.util.List;

/** One file with its steps. */
public record TestSuite(String name, Duration elapsed, List<TestCase> cases) {
    public TestSuite {
        cases = List.copyOf(cases);
    }

    /** How many of the steps failed. */
    public long failures() {
        return cases.stream().filter(c -> c.failure().isPresent()).count();
    }

    /** How many of the steps were not run. */
    public long skipped() {
        return cases.stream().filter(TestCase::skipped).count();
    }
}
