package dev.pgduo.walk;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a walk's script: a verb as typed at {@code lab> }; {@code a$ LINE} at a node's OS prompt; {@code write a}, a row for a node that
 * takes it; {@code advice}, which is followed; {@code killed MILLIS VERB}, a verb of a pgduo that is killed meanwhile.
 */
record Line(String text) {
    private static final Pattern OS = Pattern.compile("([ab])\\$ (.*)");
    private static final Pattern KILLED = Pattern.compile("killed (\\d+) (.*)");

    /** What is typed in the end: without where, and without when it is killed. */
    String verb() {
        Matcher killed = KILLED.matcher(text);
        Matcher os = OS.matcher(text);
        return killed.matches() ? killed.group(2) : os.matches() ? os.group(2) : text;
    }

    boolean isOs() {
        return OS.matcher(text).matches();
    }

    boolean isKilled() {
        return KILLED.matcher(text).matches();
    }

    /** How long a killed pgduo lives. */
    long millis() {
        Matcher killed = KILLED.matcher(text);
        return killed.matches() ? Long.parseLong(killed.group(1)) : 0;
    }

    boolean isWrite() {
        return text.startsWith("write ");
    }

    boolean isAdvice() {
        return text.equals("advice");
    }

    /** The node of an OS prompt or of a write. */
    NodeName node() {
        Matcher os = OS.matcher(text);
        return NodeName.parse(os.matches() ? os.group(1) : text.substring(text.length() - 1));
    }

    /** The lines as typed one after the other. */
    List<String> typed() {
        return isOs() ? List.of("sh " + node(), verb(), "exit") : List.of(verb());
    }

    /** Whether somebody has said that data may go: by {@code --yes}, or by doing away with them at an OS prompt. */
    boolean mayLose() {
        return verb().contains("--yes") || (isOs() && destroys());
    }

    private boolean destroys() {
        return verb().startsWith("rm ") || verb().startsWith("pg_rewind") || verb().startsWith("pg_basebackup");
    }

    /** Whether it may make a second primary: it is forced, promotes, or goes round pgduo. */
    boolean mayForce() {
        String verb = verb();
        return verb.contains("--force") || verb.startsWith("promote") || isOs() || verb.startsWith("advice");
    }

    /** Whether it may change the files of a node that does not run afterwards. */
    boolean mayRewrite() {
        String first = verb().split(" ", 2)[0];
        return isKilled()
                || Set.of(
                                "up",
                                "basebackup",
                                "rewind",
                                "undo",
                                "snapshot",
                                "reset",
                                "advice",
                                "pg_rewind",
                                "rm",
                                "pg_basebackup",
                                "switchover",
                                "standby")
                        .contains(first);
    }

    @Override
    public String toString() {
        return text;
    }
}
