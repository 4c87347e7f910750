package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    private final List<String> leftovers = new ArrayList<>();

    private static void stuck() {
        throw new LabException(ErrorReport.error("could not remove the lab"));
    }

    @Test
    void notesWhatIsLeftAndKeepsTheResult() {
        int result = Cleanup.last(
                () -> (AutoCloseable) CleanupTest::stuck, any -> 5, report -> leftovers.add(report.message()));
        assertThat(result).isEqualTo(5);
        assertThat(leftovers).containsExactly("could not remove the lab");
    }

    @Test
    void theFailureOfTheWorkComesFirst() {
        IllegalStateException failure = new IllegalStateException("work");
        assertThatThrownBy(() -> Cleanup.last(
                        () -> (AutoCloseable) CleanupTest::stuck,
                        any -> {
                            throw failure;
                        },
                        report -> leftovers.add(report.message())))
                .isSameAs(failure)
                .hasSuppressedException(new LabException(ErrorReport.error("could not remove the lab")));
        assertThat(leftovers).isEmpty();
    }
}
