package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Determines the node of a shell prompt. */
final class ShellNodes {
    private static final int STANDARD_PORT = 5432;
    private static final Pattern SSH =
            Pattern.compile("\\s*(?:sudo\\s+)?ssh\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*(?:[\\w.-]+@)?([\\w.-]+)\\s*");

    /** A line that opens another user's shell. */
    private static final Pattern USER = Pattern.compile(
            "\\s*(?:(?:sudo\\s+)?su(?:\\s+-l?)?(?:\\s+[a-z][\\w-]*)?|sudo\\s+-[is]u?(?:\\s+[a-z][\\w-]*)?)\\s*");

    private static final String WORDS = "the words of the prompt say so";

    /** A base backup that becomes a standby. */
    private static final Pattern STANDBY = Pattern.compile(
            "(?s)(?:.*[\\s/])?pg_basebackup\\s(?:.*\\s)?(?:-[A-Za-z]*R[A-Za-z]*|--write-recovery-conf)(?:\\s.*)?");

    private static final Pattern TARGET = Pattern.compile("(?:(?<![\\w-])-D[ \\t]*|--pgdata[= ])(\\S+)");
    private static final Pattern BACKUP = Pattern.compile("(?i)backup|bkp|dump");
    private static final Pattern CLIENT = Pattern.compile(
            "(?s)(?:sudo\\s+(?:-\\w+\\s+)*(?:postgres\\s+)?)?(?:PG\\w+=\\S+\\s+)*(?:\\S*[/\\\\])?(?:psql|pg_dump|pg_dumpall|pg_restore|createdb|dropdb|createuser"
                    + "|dropuser|pgbench|pg_isready|vacuumdb|reindexdb)(?:\\.exe)?\\s.*");
    private static final Pattern COPY =
            Pattern.compile("(?s)(?:.*[\\s/])?(?:pg_basebackup|pg_receivewal|pg_rewind)\\s.*");
    private static final Pattern HOST = Pattern.compile(
            "(?:(?<![\\w-])-h[ \\t]*|--host[= ]|\\bhost=|PGHOST=|postgres(?:ql)?://(?:[^@/\\s]*@)?)(?<host>[\\w.-]+)");

    private static final Pattern KILL =
            Pattern.compile("(?:sudo\\s+(?:-\\S+\\s+)*)?kill\\s+(?:-\\w+\\s+)?(?<process>\\d+)\\s*");
    private static final Pattern REPMGR = Pattern.compile(
            "(?s)(?:sudo\\s+(?:-\\S+\\s+)*(?:postgres\\s+)?)?(?:\\S*/)?repmgr\\s(?:.*\\s)?(?:(?<one>(?:primary|master)\\s+register)|(?<two>standby\\s+(?:clone|register|follow|promote|switchover)))\\b.*");
    private static final Pattern SHOWS = Pattern.compile("(?s).*(?:postmaster\\.pid|(?<!\\w)ps\\s|pgrep|pidof).*");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:/-])\\d{2,7}(?![\\w.:/-])");
    /** How many lines that show processes are looked at. */
    private static final int PROCESSES = 50;

    private final ForeignNodes facts;
    private final Machines machines;
    /** The prompts at which one psql line names a port and another names none. */
    private final Set<String> portless;
    /** The directory of the first base backup that becomes a standby. */
    private final @Nullable String standby;

    private final List<String> hosts;
    private final Map<String, String> ofPrompt;
    /** The numbers of processes, with the node on which they were seen last. */
    private final Map<String, String> seen = new HashMap<>();

    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable String reached;
    private String reason = "";
    /** Whether repmgr has promoted the standby. */
    private boolean promoted;

    ShellNodes(ForeignNodes facts, Machines machines, List<ForeignStep> steps) {
        this.facts = facts;
        this.machines = machines;
        this.portless = portless(steps);
        this.standby = steps.stream()
                .map(ForeignStep::text)
                .filter(text -> STANDBY.matcher(text).matches())
                .map(ShellNodes::target)
                .findFirst()
                .orElse(null);
        steps.stream()
                .filter(step -> !step.sql())
                .forEach(step -> names.add(step.prompt().name()));
        Set<String> seen = new LinkedHashSet<>();
        names.stream().filter(name -> name.contains("@")).map(ShellNodes::host).forEach(seen::add);
        this.hosts = new ArrayList<>(seen);
        this.ofPrompt = ofPrompt(steps);
    }

    /** A node, and the reason for it. */
    record Found(String node, String reason, boolean guess) {}

    private static String host(String name) {
        return name.substring(name.lastIndexOf('@') + 1);
    }

    /** The node of a command at a shell prompt. */
    Found node(ForeignStep step, @Nullable String hint, String why) {
        Found found = find(step, hint, why);
        promoted |= step.text().matches("(?s).*\\brepmgr\\s.*\\bstandby\\s+(?:promote|switchover)\\b.*");
        processes(step, found.node());
        Matcher ssh = SSH.matcher(step.text());
        Optional<Container> entered = Container.read(step.text()).filter(Container::entered);
        if (ssh.matches() || entered.isPresent()) {
            String target = machines.reached(entered.map(Container::name).orElseGet(() -> ssh.group(1)));
            reached = target == null || target.equals("c") ? reached : target;
            reason = "ssh goes there";
        } else if (USER.matcher(step.text()).matches()
                && (found.reason().equals(WORDS) || third(step.prompt().name()))) {
            reached = found.node();
            reason = "another user's shell was opened there";
        } else if (step.text().matches("(?:exit|logout)\\s*")) {
            reached = null;
        }
        return found;
    }

    private Found find(ForeignStep step, @Nullable String hint, String why) {
        String name = step.prompt().name();
        String letter = machines.lettered(name);
        String host = letter == null ? machines.node(Machines.host(name)) : letter;
        if (third(name)) {
            return new Found("b", "a third machine, and a lab has two", true);
        }
        String word = host == null ? Hints.nodeOfName(name) : host;
        if (word != null) {
            return new Found(word.equals("c") ? "b" : word, WORDS, word.equals("c"));
        }
        String pair = pair(name);
        if (pair != null) {
            return new Found(pair, "the two prompts differ in it", true);
        }
        Found told = told(step, hint);
        if (told != null) {
            return told;
        }
        if (STANDBY.matcher(step.text()).matches()
                && target(step.text()).equals(standby)
                && !BACKUP.matcher(standby).find()) {
            return new Found("b", "it makes the standby", true);
        }
        Found standard = standard(step);
        if (standard != null) {
            return standard;
        }
        Matcher kill = KILL.matcher(step.text());
        String process = kill.matches() ? seen.get(kill.group("process")) : null;
        if (process != null) {
            return new Found(process, "its process was seen there", true);
        }
        String others = ofPrompt.get(step.prompt().key());
        if (others != null) {
            return new Found(others, "the other commands at this prompt are there", true);
        }
        if (reached != null) {
            return new Found(reached, reason, true);
        }
        if (hint != null) {
            return new Found(hint, why, true);
        }
        return new Found("a", "nothing says otherwise", true);
    }

    /**
     * Whether a prompt is that of a machine besides two whose names say whose they are, as of backups; the first one may be that of the person who reaches
     * them.
     */
    private boolean third(String name) {
        String machine = host(name);
        return name.contains("@")
                && hosts.indexOf(machine) > 0
                && Hints.nodeOfHost(machine) == null
                && machines.mapped(machine) == null
                && hosts.stream().anyMatch(other -> "a".equals(Hints.nodeOfName(other)))
                && hosts.stream().anyMatch(other -> "b".equals(Hints.nodeOfName(other)));
    }

    /** Nobody stays on a machine that was reached, as the text goes on about something else. */
    void leave() {
        reached = null;
    }

    /** The numbers of processes that a command shows. */
    private void processes(ForeignStep step, String node) {
        if (node.equals(Hints.BOTH) || !SHOWS.matcher(step.text()).matches()) {
            return;
        }
        step.output().stream()
                .limit(PROCESSES)
                .flatMap(line -> NUMBER.matcher(line).results())
                .forEach(number -> seen.put(number.group(), node));
    }

    private static String target(String command) {
        Matcher target = TARGET.matcher(command);
        return target.find() ? target.group(1) : "";
    }

    /** The node that a command itself tells. */
    private @Nullable Found told(ForeignStep step, @Nullable String hint) {
        String source = ForeignNodes.copied(step.text(), machines);
        if (source != null) {
            return new Found(source, "it copies from the other server", true);
        }
        String container = Container.named(step.text()).map(machines::reached).orElse(null);
        if (container != null) {
            return new Found(
                    container.equals("c") ? "b" : container, "the name of the container or machine says so", true);
        }
        Matcher repmgr = REPMGR.matcher(step.text());
        if (repmgr.matches() && !promoted) {
            return new Found(repmgr.group("one") == null ? "b" : "a", "it is a command of such a server", true);
        }
        Found addressed = addressed(step.text());
        if (addressed != null) {
            return addressed;
        }
        String named = facts.nodeOf(step.text());
        if (named != null && !(hint != null && facts.common(step.text()))) {
            return new Found(named, "the command names that server's directory or cluster", true);
        }
        return null;
    }

    /** Two prompts of which the commands of one tell the first node, those of the other the second. */
    private Map<String, String> ofPrompt(List<ForeignStep> steps) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (ForeignStep step : steps) {
            Found told = step.sql() || step.prompt().name().isEmpty() ? null : told(step, null);
            if (told != null && !facts.common(step.text())) {
                counts.computeIfAbsent(step.prompt().key(), key -> new int[2])[
                        told.node().equals("a") ? 0 : 1]++;
            }
        }
        Map<String, String> nodes = new HashMap<>();
        counts.forEach((key, count) -> {
            if (count[0] >= 2 * count[1] + 2) {
                nodes.put(key, "a");
            } else if (count[1] >= 2 * count[0] + 2) {
                nodes.put(key, "b");
            }
        });
        return nodes.containsValue("a") && nodes.containsValue("b") ? nodes : Map.of();
    }

    /** The server that a client program calls by its host or port; a copy goes to the other one. */
    private @Nullable Found addressed(String line) {
        String text = line.split("\\s&&\\s", 2)[0];
        boolean copy = COPY.matcher(text).matches();
        if (!copy && !CLIENT.matcher(text).matches()) {
            return null;
        }
        Matcher host = HOST.matcher(text);
        String called = host.find() ? machines.node(host.group("host")) : null;
        if (called != null && !copy) {
            return new Found(called.equals("c") ? "b" : called, "the host that it names says so", true);
        }
        Optional<Integer> port = ForeignNodes.ports(text).stream().findFirst();
        boolean local = !host.reset().find() || host.group("host").matches("localhost|127\\.0\\.0\\.1");
        String at = facts.apart() && local ? port.map(facts::nodeAt).orElse(null) : null;
        if (at == null) {
            return null;
        }
        boolean third = port.filter(facts.further()::contains).isPresent();
        return copy
                ? new Found(at.equals("a") || third ? "b" : "a", "it copies from the port of the other server", true)
                : new Found(at, "the port that it names says so", true);
    }

    /** Where other lines at the same prompt name their port, a psql line without one is at the standard one. */
    private @Nullable Found standard(ForeignStep step) {
        Optional<ForeignPsqlLine> psql = ForeignPsqlLine.read(step.text());
        boolean none =
                psql.filter(line -> line.port() == 0 && line.host() == null).isPresent();
        String node = none && portless.contains(step.prompt().key()) ? facts.nodeAt(STANDARD_PORT) : null;
        return node == null ? null : new Found(node, "other lines name a port, and this one none", true);
    }

    private static Set<String> portless(List<ForeignStep> steps) {
        Set<String> with = new LinkedHashSet<>();
        Set<String> without = new LinkedHashSet<>();
        for (ForeignStep step : steps) {
            String key = step.prompt().key();
            ForeignPsqlLine.read(step.text())
                    .filter(psql -> !step.sql() && !key.isEmpty() && psql.host() == null)
                    .ifPresent(psql -> (psql.port() == 0 ? without : with).add(key));
        }
        with.retainAll(without);
        return with;
    }

    /** Two hosts in their order, or two names of which one has a 2 at its end. */
    private @Nullable String pair(String name) {
        if (name.contains("@") && hosts.size() == 2) {
            return hosts.indexOf(host(name)) == 0 ? "a" : "b";
        }
        if (name.length() > 1 && name.endsWith("2") && (names.contains(cut(name)) || names.contains(cut(name) + "1"))) {
            return "b";
        }
        String stem = name.endsWith("1") ? cut(name) : name;
        return !stem.isEmpty() && names.contains(stem + "2") ? "a" : null;
    }

    private static String cut(String name) {
        return name.substring(0, name.length() - 1);
    }
}
