package dev.pgduo.cluster.quantity;

import dev.pgduo.report.LabException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the lab's two nodes. */
public enum NodeName {
    A,
    B;

    /** The node of this name in upper or lower case, or empty. */
    public static Optional<NodeName> find(String text) {
        return Stream.of(values())
                .filter(name -> name.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The node of this name.
     *
     * @throws LabException when the text is neither a nor b
     */
    public static NodeName parse(String text) {
        return find(text)
                .orElseThrow(() -> LabException.of("node \"" + text + "\" does not exist", "The nodes are a and b."));
    }

    public NodeName other() {
        return this == A ? B : A;
    }

    /** {@code a} or {@code b}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
