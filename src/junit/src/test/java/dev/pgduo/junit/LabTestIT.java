package dev.pgduo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Labs as tests, both ways: of Jupiter, and of pgduo's own engine. */
class LabTestIT {
    private static final String LABS = "src/junit/src/test/labs";

    static class AllLabs {
        @LabTest(value = LABS + "/*.lab", pg = "15")
        Stream<DynamicNode> labs(LabTests labs) {
            return labs.stream();
        }
    }

    static class NoLabs {
        @LabTest("none/*.lab")
        Stream<DynamicNode> labs(LabTests labs) {
            return labs.stream();
        }
    }

    @Test
    void jupiterHasAContainerForEachLabAndATestForEachStep() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(AllLabs.class))
                .execute();
        assertSteps(results);
        assertThat(names(results.containerEvents().started()))
                .contains(LABS + "/differs.lab [PG 15]", LABS + "/passes.lab [PG 15]");
    }

    @Test
    void theEngineToo() {
        EngineExecutionResults results = EngineTestKit.engine(new PgduoTestEngine())
                .configurationParameter("pgduo.pg", "15")
                .selectors(selectDirectory(LABS))
                .execute();
        assertSteps(results);
        assertThat(names(results.containerEvents().started()))
                .contains(LABS + "/differs.lab [PG 15]", LABS + "/passes.lab [PG 15]");
    }

    private static void assertSteps(EngineExecutionResults results) {
        Events tests = results.testEvents();
        tests.assertStatistics(
                counts -> counts.started(6).succeeded(3).failed(2).aborted(1));
        assertThat(names(tests.succeeded())).containsExactly("One › select 1;", "One › select 1;", "Two › select 2;");
        Event differs = tests.failed().list().get(0);
        assertThat(differs.getTestDescriptor().getDisplayName()).isEqualTo("Two › select 2;");
        assertThat(place(differs)).isEqualTo(FilePosition.from(18));
        assertThat(differs.toString())
                .contains(LABS + "/differs.lab:18: ERROR:  the output is not the expected one", "-        3");
        Event unreadable = tests.failed().list().get(1);
        assertThat(unreadable.getTestDescriptor().getDisplayName()).isEqualTo("the whole file");
        assertThat(unreadable.toString()).contains("unreadable.lab:3:1: ERROR:  ");
        assertThat(tests.aborted().list().get(0).toString()).contains("is not for PostgreSQL 15");
    }

    private static List<String> names(Events events) {
        return events.list().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static FilePosition place(Event event) {
        TestSource source = event.getTestDescriptor().getSource().orElseThrow();
        return ((FileSource) source).getPosition().orElseThrow();
    }

    @Test
    void noLabIsAFailure(@TempDir Path empty) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(NoLabs.class))
                .execute()
                .containerEvents()
                .failed()
                .assertThatEvents()
                .hasSize(1);
        EngineTestKit.engine(new PgduoTestEngine())
                .selectors(
                        selectDirectory(empty.toString()),
                        selectFile(empty.resolve("none.lab").toString()))
                .configurationParameter("pgduo.pg", "15")
                .execute()
                .testEvents()
                .assertStatistics(counts -> counts.failed(2));
    }

    @Test
    void aStepIsPlayedAgainWithItsLab() {
        EngineTestKit.engine(new PgduoTestEngine())
                .selectors(selectUniqueId("[engine:pgduo]/[lab:" + LABS.replace("/", "%2F")
                        + "%2Fpasses.lab]/[server:15]/[step:Two › select 2;]"))
                .execute()
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(2).failed(0));
    }
}
