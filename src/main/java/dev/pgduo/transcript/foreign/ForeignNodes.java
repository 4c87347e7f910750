package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the two servers of a document, from its commands.
 *
 * @param portA of the first server
 * @param portB of the second
 * @param directories data directories, as the commands name them, each with {@code a}, {@code b}, or {@code ?} where both servers may have it
 * @param two whether there is a second server at all
 * @param further ports of more servers than two
 * @param named how many ports the commands name, the standard one included where a call of psql names none
 * @param shared the port that both servers have, each on its machine; 0 for none
 * @param clusters the clusters of Debian's
 * @param machines what the text and {@code --map} say of names
 */
record ForeignNodes(
        int portA,
        int portB,
        Map<String, String> directories,
        boolean two,
        List<Integer> further,
        int named,
        int shared,
        Clusters clusters,
        Machines machines) {
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

    private static final Pattern SOURCE = Pattern.compile(
            "(?s)(?:.*[\\s/])?(?:pg_basebackup|pg_rewind)\\s.*?(?:-h\\s*|--host[= ]|\\bhost=)<?([\\w.-]+).*");
    /** Where each machine has its cluster. */
    private static final Pattern EVERYONES =
            Pattern.compile("/var/lib/(?:postgresql|pgsql)/(?:[\\d.]+/)?(?:main|data)|/var/lib/postgres/data");

    /** What these commands say. */
    static ForeignNodes of(List<ForeignStep> steps, Machines machines) {
        Set<Integer> ports = new LinkedHashSet<>();
        boolean two = false;
        for (ForeignStep step : steps) {
            ports.addAll(ports(step.text()));
            two |= SECOND.matcher(step.text()).matches()
                    || "b".equals(Hints.nodeOfName(step.prompt().name()));
        }
        Clusters clusters = Clusters.of(steps);
        clusters.ports().forEach(ports::add);
        boolean portless = steps.stream()
                .flatMap(step -> ForeignPsqlLine.read(step.text()).stream())
                .anyMatch(psql -> psql.port() == 0 && psql.host() == null);
        boolean elsewhere = two && !ports.contains(STANDARD_PORT) && portless;
        boolean one = ports.size() == 1
                && !ports.contains(STANDARD_PORT)
                && machines.nodeAt(ports.iterator().next()) != null;
        List<Integer> all = new ArrayList<>(ports);
        boolean only = !two && !portless && !clusters.several() && all.size() == 1;
        if (all.size() < 2 && !all.contains(STANDARD_PORT) && !only) {
            all.add(0, STANDARD_PORT);
        }
        List<Integer> pair = pair(all, machines);
        List<Integer> further = new ArrayList<>(all);
        further.removeAll(pair);
        int a = pair.get(0);
        int b = pair.size() > 1 ? pair.get(1) : a + 1;
        Map<String, String> byPort = new HashMap<>();
        all.forEach(port -> byPort.put(String.valueOf(port), port == a ? "a" : "b"));
        return new ForeignNodes(
                a,
                b,
                directories(steps, clusters.several(), machines, byPort),
                two || ports.size() > 1,
                further,
                ports.size() + (elsewhere || one ? 1 : 0),
                machines.sharedPort(),
                clusters,
                machines);
    }

    /** The ports that a command names. */
    static Set<Integer> ports(String command) {
        Set<Integer> ports = new LinkedHashSet<>();
        Matcher port = PORT.matcher(command);
        while (port.find()) {
            ports.add(Integer.parseInt(port.group(1)));
        }
        return ports;
    }

    /** The ports of the two servers: as the text says, else the first two in their order, of which the standard one is the first server's. */
    private static List<Integer> pair(List<Integer> all, Machines machines) {
        Integer a = told(all, machines, "a");
        Integer b = told(all, machines, "b");
        if (a != null || b != null) {
            List<Integer> others = new ArrayList<>(all);
            others.removeIf(port -> machines.nodeAt(port) != null);
            Integer first = a != null ? a : others.isEmpty() ? (Integer) STANDARD_PORT : others.remove(0);
            Integer second = b != null ? b : others.isEmpty() ? null : others.get(0);
            return second == null ? List.of(first) : List.of(first, second);
        }
        List<Integer> first = new ArrayList<>(all.subList(0, Math.min(2, all.size())));
        if (first.contains(STANDARD_PORT)) {
            first.sort(null);
        }
        return first;
    }

    private static @Nullable Integer told(List<Integer> ports, Machines machines, String node) {
        return ports.stream()
                .filter(port -> node.equals(machines.nodeAt(port)))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> directories(
            List<ForeignStep> steps, boolean several, Machines machines, Map<String, String> byPort) {
        Map<String, String> found = new LinkedHashMap<>();
        Predicate<String> mentioned = directory -> {
            Pattern words = whole(directory);
            return steps.stream()
                    .anyMatch(step -> !step.sql() && words.matcher(step.text()).find());
        };
        for (ForeignStep step : steps) {
            Matcher matcher = DIRECTORY.matcher(step.text());
            while (!step.sql() && matcher.find()) {
                boolean server = matcher.group(1) != null;
                String directory = (server ? matcher.group(1) : matcher.group(2)).replaceAll("(?<=.)/+\\*?$", "");
                boolean counts = !server || SERVER_COMMAND.matcher(step.text()).matches();
                String port = byPort.get(directory.replaceFirst("^.*/", ""));
                if (counts && !found.containsKey(directory)) {
                    found.put(
                            directory,
                            port == null ? node(directory, step, found, several, machines, mentioned) : port);
                }
            }
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    private static String node(
            String directory,
            ForeignStep step,
            Map<String, String> known,
            boolean several,
            Machines machines,
            Predicate<String> mentioned) {
        String mapped = machines.mapped(directory.replaceFirst("^.*/", ""));
        if (mapped != null || machines.mapped(directory) != null) {
            return mapped == null ? String.valueOf(machines.mapped(directory)) : mapped;
        }
        String name = Hints.nodeOfName(directory.replaceFirst("^/var/lib/(?:postgresql|pgsql)/", ""));
        if (name != null) {
            return name.equals("c") ? "" : name;
        }
        if (directory.matches(".*\\D1") && mentioned.test(directory.substring(0, directory.length() - 1))) {
            return "b";
        }
        if (!directory.endsWith("1") && mentioned.test(directory + "1")) {
            return "a";
        }
        if (directory.matches(several ? ".*(?:\\D1|/main)" : ".*\\D1")) {
            return "a";
        }
        if (directory.matches(".*\\D2")) {
            return "b";
        }
        if (EVERYONES.matcher(directory).matches() && !several) {
            return "?";
        }
        String copied = copied(step.text(), machines);
        if (copied != null) {
            return copied;
        }
        if (step.text().contains("pg_basebackup")
                && !EVERYONES.matcher(directory).matches()) {
            return directory.matches(".*(?i:backup|bkp|dump|archive).*") ? "" : "b";
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
        Optional<String> cluster = Clusters.named(command);
        if (cluster.isPresent()) {
            String mapped = machines.mapped(cluster.get());
            String ofPort =
                    mapped == null && Clusters.PORT.matcher(cluster.get()).matches()
                            ? nodeAt(Integer.parseInt(cluster.get()))
                            : mapped;
            return ofPort == null ? clusters.node(cluster.get()) : ofPort;
        }
        directories.forEach((directory, node) -> {
            if (!node.equals("?") && whole(directory).matcher(command).find()) {
                nodes.add(node);
            }
        });
        return nodes.size() == 1 ? nodes.iterator().next() : null;
    }

    private static Pattern whole(String directory) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(directory) + "(?![\\w.-])");
    }

    /**
     * Whether a command names the cluster that every machine of Debian's has, so that the text may know better whose it is, unless one machine has them
     * all.
     */
    boolean common(String command) {
        return !clusters.apart() && Clusters.common(command);
    }

    /** The node that a backup goes to, or that is rewound, when the command names the other one. */
    static @Nullable String copied(String command, Machines machines) {
        Matcher source = SOURCE.matcher(command);
        String from = source.matches() ? machines.node(source.group(1)) : null;
        return from == null || from.equals("c") ? null : from.equals("a") ? "b" : "a";
    }

    /** The node at this port, that of a further one counting as the second; null when no command names it, or it is both servers'. */
    @Nullable
    String nodeAt(int port) {
        if (port == shared) {
            return null;
        }
        return port == portA ? "a" : port == portB || further.contains(port) ? "b" : null;
    }

    /** Whether the ports of the commands tell servers from each other. */
    boolean apart() {
        return named > 1;
    }

    int port(String node) {
        return node.equals("b") ? portB : portA;
    }
}
