package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeedTest {
    private final Transcript seed = TranscriptReader.parse(Texts.seed(), "seed.lab");
    private final List<ResolvedStep> steps = seed.resolve(Texts.PG15).steps();

    @Test
    void everyKindIsCounted() {
        Map<String, Long> counts = steps.stream()
                .collect(Collectors.groupingBy(
                        step -> step.step().getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
        assertThat(counts)
                .containsEntry("Heading", 7L)
                .containsEntry("OsCommand", 29L)
                .containsEntry("SessionOpen", 4L)
                .containsEntry("SqlInput", 27L)
                .containsEntry("Prose", 13L)
                .doesNotContainKey("LateOutput");
        assertThat(steps).noneMatch(ResolvedStep::blocks);
    }

    @Test
    void stepsTileTheFile() {
        int next = 1;
        for (Step step : seed.steps()) {
            assertThat(step.span().first()).isEqualTo(next);
            next = step.span().last() + 1;
        }
        assertThat(next).isEqualTo(285);
    }

    @Test
    void anOsLineHasItsNodeAndItsOutput() {
        ResolvedStep tail = at(42);
        assertThat(tail.step()).isInstanceOfSatisfying(Step.OsCommand.class, os -> {
            assertThat(os.node()).isEqualTo("a");
            assertThat(os.command()).isEqualTo("tail -n 5 /usr/local/pgsql/data/pg_hba.conf");
        });
        assertThat(Texts.written(tail))
                .hasSize(5)
                .first()
                .isEqualTo("# Allow replication connections from localhost, by a user with the");
        assertThat(Texts.written(at(75))).isEmpty();
        assertThat(at(158).step())
                .isInstanceOfSatisfying(
                        Step.OsCommand.class, os -> assertThat(os.node()).isEqualTo("b"));
    }

    @Test
    void aSessionIsOpenedAtItsPort() {
        assertThat(at(136).step()).isInstanceOfSatisfying(Step.SessionOpen.class, open -> {
            assertThat(open.session()).isEqualTo(2);
            assertThat(open.command()).isEqualTo("psql -h localhost -p 5433 -U postgres");
        });
        assertThat(seed.header().nodeAtPort(5433)).map(NodeHeader::name).contains("b");
    }

    @Test
    void outputStandsWithoutItsPrefix() {
        assertThat(Texts.written(at(141))).containsExactly(" t ", "---", "(0 rows)", "");
        assertThat(Texts.written(at(257))).containsExactly("    t    ", "---------", " Привет!", "(1 row)", "");
        assertThat(Texts.written(at(233))).hasSize(12).contains("active_pid   | 19351");
        assertThat(Texts.written(at(51))).isEmpty();
    }

    private ResolvedStep at(int line) {
        return steps.stream()
                .filter(step -> step.step().span().first() == line)
                .findFirst()
                .orElseThrow();
    }
}
