package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.result.RecordedSeconds;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final List<LabFile> LABS =
            List.of(lab("a.lab", "lab> status\n"), lab("b.lab", "lab> up\n"), lab("c.lab", "lab> down\n"));
    private static final List<String> SERVERS = List.of("9.6", "15", "18");

    private static LabFile lab(String name, String text) {
        return new LabFile(
                name, Optional.of(TranscriptReader.parse(text, name)), List.of(), Optional.empty(), LabForm.OWN);
    }

    private static Division division(int number, int of, List<LabFile> labs, String... options) {
        return Division.of(labs, SERVERS, new Shard(number, of), RecordedSeconds.NONE, List.of(options));
    }

    @Test
    void shardsHaveEachLabOnEachServerOnce() {
        for (int of : List.of(1, 2, 4, 20)) {
            List<Integer> cells = new ArrayList<>();
            for (int number = 1; number <= of; number++) {
                Division division = division(number, of, LABS);
                division.servers().forEach(server -> cells.addAll(division.cells(server)));
                assertThat(division.plan().cells()).isEqualTo(9);
            }
            assertThat(cells)
                    .hasSize(9)
                    .containsAll(IntStream.rangeClosed(1, 9).boxed().toList());
        }
    }

    @Test
    void cellsAreCountedLabByLab() {
        Division whole = division(1, 1, LABS);
        assertThat(whole.number("b.lab", "15")).isEqualTo(5);
        assertThat(whole.has("b.lab", "15")).isTrue();
        assertThat(whole.cells("18")).containsExactly(3, 6, 9);
    }

    @Test
    void whatIsPlayedInAnotherWayIsAnotherPlan() {
        String plan = division(1, 2, LABS).plan().hash();
        assertThat(division(2, 2, LABS).plan().hash()).isEqualTo(plan);
        assertThat(division(1, 3, LABS).plan().hash()).isNotEqualTo(plan);
        assertThat(division(1, 2, LABS, "--strict").plan().hash()).isNotEqualTo(plan);
        List<LabFile> changed = List.of(LABS.get(0), LABS.get(1), lab("c.lab", "lab> up\n"));
        assertThat(division(1, 2, changed).plan().hash()).isNotEqualTo(plan);
    }
}
