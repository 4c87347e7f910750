package dev.pgduo.shell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.Side;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A check of faults tells of one that is not as it should be, and fails. */
class FaultMatrixIT {
    /**
     * A fault that does nothing.
     *
     * @param sight what is seen as its evidence; empty for nothing
     * @param other what is seen of something else; empty for nothing
     * @param heals whether it can be healed
     */
    private record Nothing(String name, String sight, String other, boolean heals) implements Fault {
        @Override
        public FaultCard card() {
            return new FaultCard(
                    name,
                    FaultGroup.DEATH,
                    Side.PRIMARY,
                    "nothing happens",
                    List.of(),
                    new Lesson("Nothing.", "Everything.", List.of(), "Nothing."));
        }

        @Override
        public void inject(Scene scene) {}

        @Override
        public Evidence evidence(Scene scene) {
            return new Evidence(List.of(sign(sight)), List.of(sign(other)), Duration.ofMillis(100));
        }

        private static Sign sign(String seen) {
            return new Sign("a sign", () -> Optional.of(seen).filter(text -> !text.isEmpty()));
        }

        @Override
        public void heal(Scene scene) {
            if (!heals) {
                throw LabException.of("could not heal it");
            }
        }

        @Override
        public boolean healed(Scene scene) {
            return true;
        }
    }

    private static String check(List<Fault> faults) {
        StringWriter said = new StringWriter();
        try {
            new FaultMatrix(faults, 1, new PrintWriter(said)).check(Map.of("15", Servers.fifteen()));
            return said.toString();
        } catch (LabException e) {
            return said + e.report().message();
        }
    }

    @Test
    void saysWhatIsNotAsItShouldBeAndFails() {
        List<Fault> faults = List.of(
                new Nothing("is-seen", "it", "", true),
                new Nothing("is-not-seen", "", "", true),
                new Nothing("is-another", "it", "a fire", true),
                new Nothing("stays", "it", "", false));
        assertThat(check(faults))
                .contains("15 is-seen: ok (")
                .containsPattern("15 is-not-seen: unknown \\(.* s\\): not seen: a sign")
                .containsPattern("15 is-another: other \\(.* s\\): a fire")
                .containsPattern("15 stays: not healed \\(.* s\\): .*could not heal it")
                .containsPattern("(?m)^ *is-not-seen +\\| unknown")
                .endsWith("3 faults were not confirmed and healed");
    }

    @Test
    void oneIsEnoughToFail() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThatThrownBy(() -> new FaultMatrix(List.of(new Nothing("is-not-seen", "", "", true)), 1, nowhere)
                        .check(Map.of("15", Servers.fifteen())))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("1 fault was not confirmed and healed");
        assertThat(check(List.of(new Nothing("is-seen", "it", "", true)))).doesNotContain("not confirmed");
    }
}
