package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports of this machine at which servers in containers are reached, as {@code docker run} and files of Docker Compose say. */
final class PublishedPorts {
    private static final String PORTS = "[\"']?(?:[\\d.]+:)?(?<port>\\d{4,5}):54\\d{2}(?!\\d)";
    private static final Pattern PUBLISHED = Pattern.compile("(?<![\\w-])(?:-p|--publish)[ \\t=]*" + PORTS);
    private static final Pattern LISTED = Pattern.compile("(?<indent>\\s*)(?:-\\s*|ports:\\s*\\[\\s*)" + PORTS + ".*");
    private static final Pattern KEY = Pattern.compile("(?<indent>\\s*)(?<key>[\\w.-]+):\\s*(?:#.*)?");

    private PublishedPorts() {}

    /** Each port with the name of its container or service. */
    static Map<Integer, String> of(List<Item> items) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (Item item : items) {
            if (item instanceof ForeignStep step && !step.sql()) {
                Container.made(step.text()).ifPresent(name -> published(step.text(), name, ports));
            } else if (item instanceof Item.Prose prose) {
                listed(prose.lines(), ports);
            }
        }
        return ports;
    }

    private static void published(String command, String container, Map<Integer, String> ports) {
        Matcher published = PUBLISHED.matcher(command);
        while (published.find()) {
            ports.putIfAbsent(Integer.parseInt(published.group("port")), container);
        }
    }

    /** Reads the lines of a file, in which the keys around a port are indented less and less. */
    private static void listed(List<DocLine> lines, Map<Integer, String> ports) {
        List<Matcher> around = new ArrayList<>();
        for (DocLine line : lines) {
            Matcher key = KEY.matcher(line.text());
            Matcher port = LISTED.matcher(line.text());
            if (key.matches()) {
                leave(around, key.group("indent").length());
                around.add(key);
            } else if (port.matches()) {
                service(around, port).forEach(name -> ports.putIfAbsent(Integer.parseInt(port.group("port")), name));
            }
        }
    }

    private static void leave(List<Matcher> around, int indent) {
        around.removeIf(key -> key.group("indent").length() >= indent);
    }

    /** The service whose list of ports this line belongs to; empty when there is none. */
    private static List<String> service(List<Matcher> around, Matcher port) {
        boolean inline = port.group().strip().startsWith("ports:");
        int indent = port.group("indent").length();
        List<String> names = around.stream()
                .filter(key -> key.group("indent").length() <= indent)
                .map(key -> key.group("key"))
                .toList();
        boolean listed = !names.isEmpty() && names.get(names.size() - 1).equals("ports");
        int place = names.size() - (inline ? 1 : 2);
        return (inline || listed) && place >= 0 ? List.of(names.get(place)) : List.of();
    }
}
