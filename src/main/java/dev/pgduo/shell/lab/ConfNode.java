package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.lab.Lab;
import org.jspecify.annotations.Nullable;

/** The node that a command about configuration is for. */
public final class ConfNode {
    public static final String WORDS = "a, b, primary or standby; the primary, or a, when it is left out";

    private ConfNode() {}

    /** The node of this word, or the default. */
    public static NodeName of(Lab lab, @Nullable String word) {
        return word == null ? lab.withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A) : lab.resolve(word);
    }
}
