package dev.pgduo.transcript.foreign;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of Debian's that the commands of a document name.
 *
 * @param names their names, also those of their directories
 */
record Clusters(Set<String> names) {
    /** A name that is a port. */
    static final Pattern PORT = Pattern.compile("\\d{4,5}");

    private static final Pattern COMMAND = Pattern.compile(
            "(?:\\bpg_(?:ctl|create|drop)cluster\\s+(?:-\\S+\\s+)*[\\d.]+\\s+|--cluster[= ]\\s*[\"']?[\\d.]+/|\\bpostgresql@[\\d.]+-)(\\w+)");
    private static final Pattern DIRECTORY = Pattern.compile("/var/lib/(?:postgresql|pgsql)/[\\d.]+/(\\w+)");
    private static final Pattern COMMON = Pattern.compile(
            "(?:cluster\\s+(?:-\\S+\\s+)*[\\d.]+\\s+|--cluster[= ]\\s*[\"']?[\\d.]+/|\\bpostgresql@[\\d.]+-|/var/lib/postgresql/[\\d.]+/)main(?!\\w)");
    private static final Pattern NUMBERED = Pattern.compile("(?<stem>\\w*\\D)(?<number>[1-9])");

    static Clusters of(List<ForeignStep> steps) {
        Set<String> names = new HashSet<>();
        for (ForeignStep step : steps) {
            if (!step.sql()) {
                COMMAND.matcher(step.text()).results().forEach(found -> names.add(found.group(1)));
                DIRECTORY.matcher(step.text()).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return new Clusters(names);
    }

    /** Whether there are clusters whose names tell them from each other: {@code main} alone is each machine's. */
    boolean several() {
        return names.size() > 1;
    }

    /** Whether clusters have their ports for names, as only those of one machine need. */
    boolean apart() {
        return several() && ports().findAny().isPresent();
    }

    /** The ports that are their names. */
    Stream<Integer> ports() {
        return names.stream()
                .filter(name -> PORT.matcher(name).matches())
                .sorted()
                .map(Integer::valueOf);
    }

    /** The cluster that a command names. */
    static Optional<String> named(String command) {
        Matcher cluster = COMMAND.matcher(command);
        return cluster.find() ? Optional.of(cluster.group(1)) : Optional.empty();
    }

    /** Whether a command names the cluster that every machine of Debian's has, so that the text may know better whose it is. */
    static boolean common(String command) {
        return COMMON.matcher(command).find();
    }

    /** The node of a cluster according to its name, and the names of the others; null when nothing says it. */
    @Nullable
    String node(String cluster) {
        String word = Hints.nodeOfName(cluster);
        if (word != null && !word.equals("c")) {
            return word;
        }
        if (several() && (cluster.equals("main") || names.contains(cluster + "2"))) {
            return "a";
        }
        Matcher numbered = NUMBERED.matcher(cluster);
        if (!numbered.matches()) {
            return null;
        }
        String number = numbered.group("number");
        boolean first = number.equals("1") && !names.contains(numbered.group("stem"));
        boolean counted = names.contains(numbered.group("stem")) || names.contains(numbered.group("stem") + "1");
        return first ? "a" : number.equals("1") || number.equals("2") || counted ? "b" : null;
    }
}
