package org.example;

import dev.pgduo.junit.LabTest;
import dev.pgduo.junit.LabTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** The labs as dynamic tests of Jupiter. */
class LabsTest {
    @LabTest("labs/*.lab")
    Stream<DynamicNode> labs(LabTests labs) {
        return labs.stream();
    }
}
