package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that is run in a container or on another machine, which has a server of its own.
 *
 * @param name the name of the container, pod, service or machine
 * @param command the command that is run there
 */
record Container(String name, String command) {
    private static final String OPTIONS =
            "(?:(?:-[uewn]|--(?:user|env|workdir|namespace|container|index)|-c)[ =]\\s*\\S+\\s+|-\\S+\\s+)*";
    private static final Pattern EXEC = Pattern.compile(
            "(?:sudo\\s+)?(?:(?:docker|podman)\\s+(?:container\\s+)?exec|docker[ -]compose\\s+(?:-\\S+\\s+\\S+\\s+)*exec|kubectl\\s+"
                    + OPTIONS + "exec|(?:vagrant\\s+)?ssh)\\s+" + OPTIONS + "(?:[\\w.-]+@)?(?<name>[\\w./-]+)\\s+"
                    + OPTIONS
                    + "(?:--\\s+|\\\\\\s*\\n\\s*)*(?<command>[^\\s\\\\-].*)",
            Pattern.DOTALL);
    private static final Pattern SHELL = Pattern.compile("(?:/bin/)?(?:ba|a|z)?sh(?:\\s+-l)?\\s*");

    /** Parses a line; empty when it is no such command. */
    static Optional<Container> read(String line) {
        Matcher matcher = EXEC.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(new Container(
                        matcher.group("name"), matcher.group("command").strip()))
                : Optional.empty();
    }

    /** The node that its name indicates; null when it indicates none. */
    @Nullable
    String node() {
        return Hints.nodeOfHost(name);
    }

    /** Whether the command starts an interactive shell, in which the following lines are typed. */
    boolean entered() {
        return SHELL.matcher(command).matches();
    }
}
