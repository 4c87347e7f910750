package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** What is written into a command by another. */
    private static final Pattern PIPED = Pattern.compile(
            "(?:cat|echo|printf)\\s[^\\n|]*\\|\\s*(?<into>(?:sudo\\s+)?(?:docker|podman|kubectl|ssh)[^\\n]*)");

    private static final String OUTSIDE_VERBS = "top|logs|start|stop|restart|kill|pause|unpause|rm|inspect|wait";
    /** What is done to a container from outside. */
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:sudo\\s+)?(?:(?:docker|podman)\\s+(?:container\\s+)?(?:" + OUTSIDE_VERBS
                    + ")|docker[ -]compose\\s+(?:-[fp]\\s+\\S+\\s+)*(?:up|" + OUTSIDE_VERBS
                    + "))\\s+(?:-\\S+(?:\\s+\\d+)?\\s+)*(?<name>[\\w.-]+)\\s*");

    private static final Pattern PROFILE = Pattern.compile(
            "(?:sudo\\s+)?docker[ -]compose\\s+(?:-\\S+\\s+[^-\\s]\\S*\\s+)*--profile[ =](?<name>[\\w.-]+)\\s+(?!exec\\s)[a-z]+(?:\\s+-\\S+)*");
    private static final Pattern MADE = Pattern.compile(
            "(?:sudo\\s+)?(?:docker|podman)\\s+(?:container\\s+)?(?:run|create)\\s(?:.*\\s)?--name[ =]\\s*(?<name>[\\w.-]+).*",
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

    /** The name of the one container that a line makes, runs something in, starts, stops or looks at. */
    static Optional<String> named(String line) {
        Matcher outside = OUTSIDE.matcher(line.strip());
        Matcher piped = PIPED.matcher(line.strip());
        if (outside.matches()) {
            return Optional.of(outside.group("name"));
        }
        Matcher profile = PROFILE.matcher(line.strip());
        if (profile.matches()) {
            return Optional.of(profile.group("name"));
        }
        Optional<String> made = made(line);
        return made.isPresent()
                ? made
                : read(piped.lookingAt() ? piped.group("into") : line).map(Container::name);
    }

    /** The name of the container that a line makes, if it has one. */
    static Optional<String> made(String line) {
        Matcher made = MADE.matcher(line.strip());
        return made.matches() ? Optional.of(made.group("name")) : Optional.empty();
    }

    /** Whether the command starts an interactive shell, in which the following lines are typed. */
    boolean entered() {
        return SHELL.matcher(command).matches();
    }
}
