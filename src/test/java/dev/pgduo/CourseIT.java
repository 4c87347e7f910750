package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The labs of the course on one server, and whether the checks of some of their tasks are honest; the matrix is a step of its own in CI. */
class CourseIT {
    @TempDir
    Path directory;

    private Ran verify(String... words) {
        List<String> all = new ArrayList<>(List.of("verify", "--pg", "15"));
        all.addAll(List.of(words));
        Ran ran = Ran.pgduo(directory.resolve("state"), all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.text()).isZero();
        return ran;
    }

    @Test
    void everyLabIsAsItSays() {
        assertThat(verify("lab-scripts/course/en").text()).doesNotContainPattern("[1-9]\\d* (adapted|failed|skipped)");
    }

    @Test
    void tasksAreDoneByTheirSolutionsAndByNothingElse() {
        assertThat(verify("--tasks", "course/05", "course/14").text())
                .contains("4 tasks with 14 wrong answers tried", "3 tasks with ");
    }
}
