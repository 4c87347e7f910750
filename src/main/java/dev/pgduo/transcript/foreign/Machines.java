package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose the machines of a document are, by the words and numbers of their names, and by what the text says of names, addresses and ports. */
final class Machines {
    private static final Pattern NUMBERED = Pattern.compile("(?<stem>.*[^\\d.])0*(?<number>\\d{1,3})");
    private static final Pattern ADDRESSED =
            Pattern.compile("(?:(?<![\\w-])-h[ \\t]*|--host[= ][ \\t]*|\\bhost[ \\t]*=[ \\t]*'*)(?<host>[\\w.-]+)");
    private static final Pattern LETTER_PLACE = Pattern.compile(
            "(?<!\\p{L})(?:[Oo]n|[Нн]а|[Сс]ервер\\p{L}*|[Ss]erver|[Nn]ode|[Уу]зл\\p{L}*)\\s+(?:server\\s+|node\\s+|сервер\\p{L}*\\s+)?([AB])(?![\\p{L}\\p{N}])");
    private static final Pattern DATABASE = Pattern.compile(
            "(?i)(?:\\bcreate\\s+database\\s+|\\\\c(?:onnect)?\\s+|\\bcreatedb\\s+(?:-\\S+\\s+)*|\\bpsql\\s+(?:.*\\s)?-d\\s*)([\\w-]+)");
    private static final Pattern LETTER = Pattern.compile("([AB])(?:@.*)?");
    private static final Pattern PORT = Pattern.compile("\\d{4,5}");
    private static final Pattern OPTION =
            Pattern.compile("(?:(?<![\\w-])-h[ \\t]*|--host[= ][ \\t]*|\\bhost[ \\t]*=[ \\t]*'*)$");
    /** How far from a name the word may stand that says whose it is, and from a port. */
    private static final int NEAR = 60;

    private static final int BESIDE = 25;
    /** How much of a long line is looked at on either side of a name. */
    private static final int WINDOW = 200;

    private final Map<String, String> told = new HashMap<>();
    private final Set<String> databases = new HashSet<>();
    /** Whether prompts have the letters A and B for names. */
    private boolean lettered;

    private final Map<String, SortedSet<Integer>> numbers = new HashMap<>();
    /** The machine whose prompt each command of a shell has; empty when there is none. */
    private String alone = "";

    private OnePort onePort = new OnePort(0, Set.of(), Set.of());

    private final PaneMap map;

    private Machines(PaneMap map) {
        this.map = map;
    }

    /** The machines of these commands, and what the prose between them and {@code --map} say. */
    static Machines of(List<Item> items, PaneMap map) {
        Machines machines = new Machines(map);
        machines.lettered = hasLetter(items, "A") && hasLetter(items, "B");
        machines.databases(items);
        machines.alone = alone(items);
        Set<String> names = new LinkedHashSet<>();
        List<String> prose = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof ForeignStep step) {
                names.addAll(names(step));
            } else if (item instanceof Item.Title title) {
                prose.add(title.line().text());
            } else if (item instanceof Item.Prose text) {
                text.lines().stream().map(DocLine::text).forEach(prose::add);
            }
        }
        for (String name : names) {
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches()) {
                machines.numbers
                        .computeIfAbsent(numbered.group("stem"), stem -> new TreeSet<>())
                        .add(Integer.parseInt(numbered.group("number")));
            }
            String node = told(name, prose);
            if (node != null) {
                machines.told.put(name, node);
            }
        }
        machines.published(PublishedPorts.of(items));
        machines.onePort = OnePort.of(items);
        if (machines.onePort.first() || machines.onePort.second()) {
            machines.told.putIfAbsent(String.valueOf(machines.onePort.port()), machines.onePort.first() ? "a" : "b");
        }
        return machines;
    }

    /** Takes the ports of containers as their names say; of two names that say nothing the first is the first node's. */
    private void published(Map<Integer, String> ports) {
        List<String> containers = ports.values().stream().distinct().toList();
        if (containers.size() == 2) {
            String first = reached(containers.get(0));
            String second = reached(containers.get(1));
            told.put(lower(containers.get(0)), first != null ? first : "a".equals(second) ? "b" : "a");
            told.put(lower(containers.get(1)), second != null ? second : "b".equals(first) ? "a" : "b");
        }
        ports.forEach((port, container) -> {
            String node = reached(container);
            if (node != null && !node.equals("c")) {
                told.put(String.valueOf(port), node);
            }
        });
    }

    /** The node that a prompt which is named by a letter is for, where another one has the other letter. */
    @Nullable
    String lettered(String prompt) {
        Matcher letter = LETTER.matcher(prompt);
        return lettered && letter.matches() ? lower(letter.group(1)) : null;
    }

    /** Whether a prompt has the name of a database that the document makes or changes to, and no other prompt has one for the other node. */
    boolean database(String prompt) {
        return databases.contains(lower(prompt));
    }

    private static String alone(List<Item> items) {
        Set<String> hosts = new HashSet<>();
        for (Item item : items) {
            if (item instanceof ForeignStep step && !step.sql()) {
                hosts.add(host(step.prompt().name()));
            }
        }
        return hosts.size() == 1 ? hosts.iterator().next() : "";
    }

    private void databases(List<Item> items) {
        Set<String> nodes = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (Item item : items) {
            if (item instanceof ForeignStep step) {
                Matcher database = DATABASE.matcher(step.text());
                while (database.find()) {
                    named.add(lower(database.group(1)));
                }
                String node = step.sql() ? Hints.nodeOfName(step.prompt().name()) : null;
                if (node != null) {
                    nodes.add(node);
                }
            }
        }
        if (nodes.size() < 2) {
            databases.addAll(named);
        }
    }

    /** The node that a text names by its letter, where prompts do; the last one counts. */
    @Nullable
    String letterIn(String prose) {
        Matcher place = LETTER_PLACE.matcher(prose.replaceAll("[*_`\"']", ""));
        String node = null;
        while (lettered && place.find()) {
            node = lower(place.group(1));
        }
        return node;
    }

    private static boolean hasLetter(List<Item> items, String letter) {
        return items.stream()
                .filter(ForeignStep.class::isInstance)
                .map(item -> LETTER.matcher(((ForeignStep) item).prompt().name()))
                .anyMatch(name -> name.matches() && name.group(1).equals(letter));
    }

    /** The machine in the name of a prompt; empty when there is none. */
    static String host(String prompt) {
        int bar = prompt.indexOf(" | ");
        String name = bar < 0 ? prompt : prompt.substring(0, bar);
        return lower(name.substring(name.lastIndexOf('@') + 1));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(ForeignStep step) {
        Set<String> names = new LinkedHashSet<>();
        String prompt = step.prompt().name();
        if (!step.sql() || prompt.contains("@") || prompt.contains(" | ")) {
            names.add(host(prompt));
        }
        Container.named(step.text()).ifPresent(container -> names.add(lower(container)));
        Matcher addressed = ADDRESSED.matcher(step.text());
        while (addressed.find()) {
            names.add(lower(addressed.group("host")));
        }
        ForeignNodes.ports(step.text()).forEach(port -> names.add(String.valueOf(port)));
        names.remove("");
        return names;
    }

    /** The node that most lines say which name this machine or port. */
    private static @Nullable String told(String name, List<String> prose) {
        int near = PORT.matcher(name).matches() ? BESIDE : NEAR;
        Pattern word = Pattern.compile("(?<![\\w.-])(?<!\\d:)" + Pattern.quote(name) + "(?![\\w-]|\\.\\w)");
        int first = 0;
        int second = 0;
        for (String line : prose) {
            String text = lower(line);
            Matcher found = word.matcher(text);
            while (found.find()) {
                int start = Math.min(found.start(), WINDOW);
                int end = start + found.end() - found.start();
                String around = text.substring(found.start() - start, Math.min(text.length(), found.end() + WINDOW));
                boolean option = OPTION.matcher(around.substring(0, start)).find();
                boolean upstream = option && around.contains("primary_conninfo");
                String node = upstream ? "a" : option ? null : Hints.nodeNear(around, start, end, near);
                first += "a".equals(node) ? 1 : 0;
                second += "b".equals(node) ? 1 : 0;
            }
        }
        return first == second ? null : first > second ? "a" : "b";
    }

    /** The node of a machine or cluster that {@code --map} says. */
    @Nullable
    String mapped(String name) {
        return map.node(name);
    }

    /** The node of a machine; {@code c} of a third one; null when nothing says it. */
    @Nullable
    String node(String machine) {
        String name = lower(machine);
        String mapped = mapped(name);
        if (mapped != null) {
            return mapped;
        }
        Matcher numbered = NUMBERED.matcher(name);
        Optional<SortedSet<Integer>> known =
                numbered.matches() ? Optional.ofNullable(numbers.get(numbered.group("stem"))) : Optional.empty();
        boolean counted = known.filter(all -> all.size() > 1).isPresent();
        String byNumber = counted ? nth(known.orElseThrow(), Integer.parseInt(numbered.group("number"))) : null;
        if (byNumber != null && known.orElseThrow().first() == 0) {
            return byNumber;
        }
        String word = Hints.nodeOfName(name);
        if (word != null) {
            return word.equals("c") && name.equals(alone) ? "a" : word;
        }
        return told.getOrDefault(name, byNumber);
    }

    /** The same of a container or a machine that is reached, which may be the only one with a number. */
    @Nullable
    String reached(String machine) {
        String node = node(machine);
        return node == null ? Hints.nodeOfHost(machine) : node;
    }

    /** The node at this port, if the text says it. */
    @Nullable
    String nodeAt(int port) {
        String name = String.valueOf(port);
        String mapped = mapped(name);
        return mapped == null ? told.get(name) : mapped;
    }

    /** The port at which both servers are, each on its machine; 0 when there is none. */
    int sharedPort() {
        return onePort.shared() ? onePort.port() : 0;
    }

    private static String nth(SortedSet<Integer> numbers, int number) {
        int before = numbers.headSet(number).size();
        return before == 0 ? "a" : before == 1 ? "b" : "c";
    }
}
