package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The node of a command about configuration. */
public final class ConfNode {
    public static final String WORDS = "a, b, primary or standby (default: the primary, or a)";

    public static final String SEVERAL = "a, b, both, primary or standby (default: the primary, or a)";

    private ConfNode() {}

    /** The nodes that the word names, a first. */
    static List<NodeName> all(Lab lab, @Nullable String word) {
        return "both".equalsIgnoreCase(word) ? List.of(NodeName.values()) : List.of(of(lab, word));
    }

    /** The node that the word names, or the default one. */
    public static NodeName of(Lab lab, @Nullable String word) {
        return word == null ? lab.withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A) : lab.resolve(word);
    }
}
