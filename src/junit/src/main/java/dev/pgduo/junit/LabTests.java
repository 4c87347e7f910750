package dev.pgduo.junit;

import dev.pgduo.Pgduo;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.shell.script.LabPlay;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The labs of a method with {@link LabTest}, as its parameter. */
public final class LabTests {
    private final Pgduo pgduo;
    private final List<String> files;
    private final String pg;

    LabTests(Pgduo pgduo, List<String> files, String pg) {
        this.pgduo = pgduo;
        this.files = List.copyOf(files);
        this.pg = pg;
    }

    /** A container for each lab on each server. A lab is played when its container is executed; its steps are tests. */
    public Stream<DynamicNode> stream() {
        return pgduo.plays(files, pg).stream().map(LabTests::container);
    }

    private static DynamicNode container(LabPlay play) {
        Stream<DynamicTest> steps = new RunningLab(play).steps().map(step -> test(play.cell(), step));
        String name = play.cell().lab() + " [PG " + play.cell().server() + "]";
        Optional<URI> place = LabPlaces.uri(play.cell().lab(), 1);
        return place.isEmpty()
                ? DynamicContainer.dynamicContainer(name, steps)
                : DynamicContainer.dynamicContainer(name, place.get(), steps);
    }

    private static DynamicTest test(Cell cell, RunningStep step) {
        Optional<URI> place = LabPlaces.uri(cell.lab(), step.line());
        return place.isEmpty()
                ? DynamicTest.dynamicTest(step.name(), step::check)
                : DynamicTest.dynamicTest(step.name(), place.get(), step::check);
    }
}
