package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the two servers of a document, from its commands.
 *
 * @param portA the first server's port
 * @param portB the second server's port
 * @param directories data directories as the commands name them, each with {@code a}, {@code b}, or {@code ?} where both
 * servers may have it
 * @param two whether there is a second server
 * @param further the ports of further servers
 * @param several whether Debian's clusters are distinguished by names; {@code main} alone is on each machine
 */
record ForeignNodes(
        int portA, int portB, Map<String, String> directories, boolean two, List<Integer> further, boolean several) {
    private static final int STANDARD_PORT = 5432;
    private static final Pattern PORT = Pattern.compile(
            "(?:(?<![\\w-])-p[ \\t]*|--port[= ]|\\bport[ \\t]*=[ \\t]*'*|PGPORT=|\\bport[ \\t]+to[ \\t]+)(\\d{4,5})(?![\\d.])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTORY = Pattern.compile(
            "(?:(?<![\\w-])-D[ \\t]*|--pgdata[= ]|PGDATA=)[\"']?([A-Za-z]:[\\\\/][^\\s\"']+|(?:~|\\$HOME|\\$\\{HOME\\}|\\.{1,2})?/[^\\s\"'$;&|]+|[A-Za-z][\\w.-]*(?:/[\\w./-]*)?)|(/var/lib/(?:postgresql|pgsql)/[\\d.]+/\\w+)");
    private static final Pattern SERVER_COMMAND =
            Pattern.compile("(?s).*\\b(?:pg_ctl|initdb|pg_rewind|postgres|pg_controldata|pg_basebackup|PGDATA=)\\b?.*");
    private static final Pattern SECOND = Pattern.compile(
            "(?is).*(?:\\bpg_basebackup\\b|\\bcreate\\s+subscription\\b|\\bpg_stat_wal_receiver\\b|\\bpg_rewind\\b|standby\\.signal|\\bpg_promote\\b"
                    + "|\\bpromote\\b|\\bpg_stat_replication\\b|\\bprimary_conninfo\\b).*");

    private static final Pattern CLUSTER =
            Pattern.compile("\\bpg_(?:ctl|create|drop)cluster\\s+(?:-\\S+\\s+)*[\\d.]+\\s+(\\w+)");
    private static final Pattern SOURCE = Pattern.compile(
            "(?s)(?:.*[\\s/])?(?:pg_basebackup|pg_rewind)\\s.*?(?:-h\\s*|--host[= ]|\\bhost=)([\\w.-]+).*");
    private static final Pattern COMMON =
            Pattern.compile("cluster\\s+(?:-\\S+\\s+)*[\\d.]+\\s+main(?!\\w)|/var/lib/postgresql/[\\d.]+/main(?!\\w)");
    private static final Pattern NAMED =
            Pattern.compile(CLUSTER.pattern() + "|/var/lib/(?:postgresql|pgsql)/[\\d.]+/(\\w+)");

    /** The facts that these commands contain. */
    static ForeignNodes of(List<ForeignStep> steps) {
        Set<Integer> ports = new LinkedHashSet<>();
        boolean two = false;
        for (ForeignStep step : steps) {
            Matcher port = PORT.matcher(step.text());
            while (port.find()) {
                ports.add(Integer.parseInt(port.group(1)));
            }
            two |= SECOND.matcher(step.text()).matches()
                    || "b".equals(Hints.nodeOfName(step.prompt().name()));
        }
        List<Integer> all = new ArrayList<>(ports);
        boolean standard = all.size() < 2 && !all.contains(STANDARD_PORT);
        if (standard) {
            all.add(0, STANDARD_PORT);
        }
        List<Integer> first = new ArrayList<>(all.subList(0, Math.min(2, all.size())));
        if (first.contains(STANDARD_PORT)) {
            first.sort(null);
        }
        int a = first.get(0);
        int b = first.size() > 1 ? first.get(1) : a + 1;
        boolean several = clusters(steps) > 1;
        return new ForeignNodes(
                a,
                b,
                directories(steps, several),
                two || ports.size() > 1,
                all.subList(Math.min(2, all.size()), all.size()),
                several);
    }

    private static long clusters(List<ForeignStep> steps) {
        return steps.stream()
                .filter(step -> !step.sql())
                .flatMap(step -> NAMED.matcher(step.text()).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .count();
    }

    private static Map<String, String> directories(List<ForeignStep> steps, boolean several) {
        Map<String, String> found = new LinkedHashMap<>();
        for (ForeignStep step : steps) {
            Matcher matcher = DIRECTORY.matcher(step.text());
            while (!step.sql() && matcher.find()) {
                boolean server = matcher.group(1) != null;
                String directory = (server ? matcher.group(1) : matcher.group(2)).replaceAll("(?<=.)/+\\*?$", "");
                boolean counts = !server || SERVER_COMMAND.matcher(step.text()).matches();
                if (counts && !found.containsKey(directory)) {
                    found.put(directory, node(directory, step, found, several));
                }
            }
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    private static String node(String directory, ForeignStep step, Map<String, String> known, boolean several) {
        String name = Hints.nodeOfName(directory.replaceFirst("^/var/lib/(?:postgresql|pgsql)/", ""));
        if (name != null) {
            return name.equals("c") ? "" : name;
        }
        if (directory.matches(several ? ".*(?:\\D1|/main)" : ".*\\D1")) {
            return "a";
        }
        if (directory.matches(".*\\D2")) {
            return "b";
        }
        String copied = copied(step.text());
        if (copied != null) {
            return copied;
        }
        if (step.text().contains("pg_basebackup") && !directory.matches("/var/lib/p\\w+/[\\d.]+/\\w+")) {
            return directory.matches(".*(?i:backup|basebackup|bkp|dump).*") ? "" : "b";
        }
        if (Hints.nodeOfName(step.prompt().name()) != null) {
            return "?";
        }
        return step.text().contains("initdb") && known.isEmpty() ? "a" : "?";
    }

    /** The node whose directory or cluster a command names; null when it names none, or both. */
    @Nullable
    String nodeOf(String command) {
        Set<String> nodes = new LinkedHashSet<>();
        Matcher cluster = CLUSTER.matcher(command);
        if (cluster.find()) {
            String name = Hints.nodeOfName(cluster.group(1));
            return name != null && !name.equals("c")
                    ? name
                    : cluster.group(1).matches(several ? "main|\\w*\\D1" : "\\w*\\D1")
                            ? "a"
                            : cluster.group(1).matches("\\w*\\D?2") ? "b" : null;
        }
        directories.forEach((directory, node) -> {
            if (!node.equals("?")
                    && Pattern.compile("(?<![\\w.-])" + Pattern.quote(directory) + "(?![\\w.-])")
                            .matcher(command)
                            .find()) {
                nodes.add(node);
            }
        });
        return nodes.size() == 1 ? nodes.iterator().next() : null;
    }

    /**
     * Whether a command names the cluster that every Debian machine has, so that the text may be a better indication of the
     * node.
     */
    boolean common(String command) {
        return COMMON.matcher(command).find();
    }

    /** The node to which a backup is copied, or that is rewound, when the command names the other one. */
    static @Nullable String copied(String command) {
        Matcher source = SOURCE.matcher(command);
        String from = source.matches() ? Hints.nodeOfName(source.group(1)) : null;
        return from == null || from.equals("c") ? null : from.equals("a") ? "b" : "a";
    }

    /** The node with this port; null when it is neither's. */
    @Nullable
    String nodeAt(int port) {
        return port == portA ? "a" : port == portB ? "b" : null;
    }

    int port(String node) {
        return node.equals("b") ? portB : portA;
    }
}
