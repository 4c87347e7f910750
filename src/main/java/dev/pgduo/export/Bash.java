package dev.pgduo.export;

import dev.pgduo.replay.InitialState;
import dev.pgduo.replay.event.Event;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.report.ResourceText;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A bash script that does the lab's work with PostgreSQL's own programs, and prints the lab's output. Of a command of pgduo,
 * the PostgreSQL commands that it shows are run; its other effects and output are omitted.
 */
final class Bash implements ExportFormat {
    private static final List<String> NODES = List.of("a", "b");

    /** The places of a node, with their paths below the script's directory. */
    private static final List<String> PLACES = List.of("data", "log", "home", "socket", "archive", "bin");

    private static final Pattern STARTS = Pattern.compile("\\bpg_ctl\\b.*\\b(?:start|restart|promote)\\b");
    private static final Pattern INITIALISES = Pattern.compile("\\binitdb\\b");
    private static final Pattern UNKNOWN = Pattern.compile("%\\{[A-Za-z_]\\w*}");
    private static final Pattern PATTERN_LINE = Pattern.compile(".* \\((?:glob|re)\\)");

    /** Commands of pgduo whose work PostgreSQL's programs can do; commands that only show something are omitted. */
    private static final Pattern DOES = Pattern.compile("^(?:new|init|start|up|reset|stop|restart|reload|crash|promote"
            + "|basebackup|standby|rewind|recover|switchover|failover|(?:conf|hba|slot|wal)"
            + " (?:set|reset|append|add|remove|create|drop|pause|resume))\\b");

    @Override
    public String write(List<Event> events) {
        return new Script(events).text();
    }

    /** Writes one script. */
    private static final class Script {
        private final List<Event> events;
        private final Event lab;
        private final Set<String> begun = new HashSet<>();
        private final StringBuilder text = new StringBuilder();

        Script(List<Event> events) {
            this.events = events;
            this.lab = Blocks.lab(events);
        }

        String text() {
            head();
            begin();
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                switch (event.kind()) {
                    case HEADING ->
                        text.append("\n\nheading ")
                                .append(quoted(
                                        TerminalText.controlsShown(event.text().get(0))))
                                .append('\n');
                    case PROSE -> comment(event.text());
                    case TYPED -> typed(i);
                    case PRINTED -> late(event);
                    case LAB, NOTE, WAITED, REMARK, ENDED, FINISHED -> {}
                }
            }
            return text.toString();
        }

        private void head() {
            text.append("#!/usr/bin/env bash\n");
            comment(List.of(
                    Blocks.title(events),
                    "",
                    "This is the lab \"" + lab.fact("file") + "\" for PostgreSQL " + lab.fact("major")
                            + " without pgduo. It makes two servers, does what the lab does, prints"
                            + " what the lab prints, and removes the servers. Run it as a user who is not root."));
            text.append("MAJOR=").append(quoted(lab.fact("major"))).append('\n');
            text.append("declare -A PROMPT=(").append(ofNodes("prompt")).append(")\n");
            text.append("declare -A LAB_PORT=(").append(ofNodes("port")).append(")\n");
            text.append("# The lab's paths, the longest first, and where they are below ROOT.\nLAB_PATHS=(\n");
            paths().forEach((path, place) ->
                    text.append("    ").append(quoted(path + "=" + place)).append('\n'));
            text.append(")\n").append(ResourceText.of(Bash.class, "script.sh"));
        }

        private String ofNodes(String what) {
            return "[a]=" + quoted(lab.fact("a." + what)) + " [b]=" + quoted(lab.fact("b." + what));
        }

        private Map<String, String> paths() {
            Map<String, String> places = new TreeMap<>(
                    Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
            for (String node : NODES) {
                for (String place : PLACES) {
                    String below = switch (place) {
                        case "socket" -> "sockets";
                        case "bin" -> "bin";
                        case "log" -> node + "/logfile";
                        case "home" -> node;
                        default -> node + "/" + place;
                    };
                    for (String path : lab.fact(node + "." + place).split(":", -1)) {
                        if (!path.isEmpty()) {
                            places.putIfAbsent(path, below);
                        }
                    }
                }
            }
            return places;
        }

        /** Starts node a, unless the lab creates its nodes. */
        private void begin() {
            Event first = events.stream()
                    .filter(event -> event.kind() == Event.Kind.TYPED)
                    .findFirst()
                    .orElse(null);
            boolean made = first == null
                    || (first.pane().name().equals("lab") && InitialState.fromScratch(first.fact("input")));
            if (made) {
                begun.addAll(NODES);
            } else {
                begun.add("a");
                text.append("running a\n");
            }
        }

        private void comment(List<String> lines) {
            text.append('\n');
            lines.stream()
                    .flatMap(String::lines)
                    .forEach(line -> text.append(("# " + TerminalText.controlsShown(line)).stripTrailing())
                            .append('\n'));
        }

        private void typed(int at) {
            Event event = events.get(at);
            String input = event.fact("input");
            if (input.isEmpty()) {
                return;
            }
            checked(input, event);
            text.append('\n');
            String pane = event.pane().name();
            String node = event.pane().node().equals("b") ? "b" : "a";
            if (pane.equals("lab")) {
                command(at, input);
            } else if (pane.startsWith("os ")) {
                usedFirst(node);
                line("run ", node, input);
            } else {
                usedFirst(node);
                String session = number(pane) + " " + node;
                String word = input.startsWith("psql") && opens(event) ? "connect" : blocks(at) ? "blocks" : "ask";
                here(word + " " + session, "SQL", input);
            }
        }

        /** The number of a session's pane. */
        private static String number(String pane) {
            String digits = pane.replaceAll("\\D", "");
            return digits.isEmpty() ? "1" : digits;
        }

        /** Whether an event is a psql line, which has no prompt. */
        private static boolean opens(Event event) {
            return event.text().equals(List.of(event.fact("input")));
        }

        private void usedFirst(String node) {
            if (begun.add(node)) {
                text.append("initialised ").append(node).append('\n');
            }
        }

        /** Writes the PostgreSQL commands that a command of pgduo shows. */
        private void command(int at, String input) {
            text.append("lab ").append(quoted(input)).append('\n');
            int before = text.length();
            for (Event printed : printed(at)) {
                for (int i = 0; i < printed.text().size(); i++) {
                    String shown = printed.text().get(i);
                    String node = nodeOfShown(shown);
                    if (!node.isEmpty()) {
                        checked(shown, printed);
                        String next =
                                i + 1 < printed.text().size() ? printed.text().get(i + 1) : "";
                        boolean prints =
                                next.startsWith("  ") && nodeOfShown(next).isEmpty();
                        String line = shown.substring(shown.indexOf(lab.fact(node + ".prompt"))
                                + lab.fact(node + ".prompt").length()
                                + 1);
                        line("indent='  ' " + (prints ? "run " : "silent "), node, line);
                    }
                }
            }
            String[] words = input.split("\\s+", -1);
            if (words[0].equals("catchup")) {
                text.append("caught_up ").append(words.length > 1 && words[1].matches("a|primary") ? "a\n" : "b\n");
            } else if (text.length() == before) {
                if (DOES.matcher(input).find() && hidden(printed(at))) {
                    throw playedOnly("What \"" + input + "\" runs is not written in the lab.", events.get(at));
                }
                text.append("# pgduo alone does this.\n");
            }
        }

        /** Whether the output is unknown: it is three dots, or missing because the file was never filled. */
        private boolean hidden(List<Event> printed) {
            return printed.isEmpty()
                    ? lab.fact("server").isEmpty()
                    : printed.stream().anyMatch(event -> event.text().contains("..."));
        }

        /** The node at whose prompt a command of pgduo shows this line; empty when it is no such line. */
        private String nodeOfShown(String line) {
            return NODES.stream()
                    .filter(node -> line.startsWith("  " + lab.fact(node + ".prompt") + " "))
                    .findFirst()
                    .orElse("");
        }

        private void line(String call, String node, String line) {
            here(call + node, "LINE", line);
            if (INITIALISES.matcher(line).find()) {
                text.append("configure ").append(node).append('\n');
            }
            if (STARTS.matcher(line).find()) {
                text.append("settled\n");
            }
        }

        /** Writes input as a here-document, with an end word that is no line of the input. */
        private void here(String call, String word, String input) {
            String end = word;
            while (input.lines().toList().contains(end)) {
                end += "_";
            }
            text.append(call).append(" <<'").append(end).append("'\n").append(input);
            text.append('\n').append(end).append('\n');
        }

        /** The output of the step at this index. */
        private List<Event> printed(int at) {
            List<Event> printed = new ArrayList<>();
            for (int i = at + 1; i < events.size() && events.get(i).kind() != Event.Kind.TYPED; i++) {
                if (events.get(i).kind() == Event.Kind.PRINTED && !isLate(events.get(i))) {
                    printed.add(events.get(i));
                }
            }
            return printed;
        }

        /** Whether a step's output comes after later steps. */
        private boolean blocks(int at) {
            String pane = events.get(at).pane().name();
            for (Event event : events.subList(at + 1, events.size())) {
                if (event.pane().name().equals(pane)) {
                    return isLate(event);
                }
            }
            return false;
        }

        private void late(Event event) {
            if (isLate(event)) {
                String pane = event.pane().name();
                text.append("\nlate ").append(number(pane)).append('\n');
            }
        }

        private static boolean isLate(Event event) {
            return event.fact("late").equals("true");
        }

        /** Refuses a line with values that are known only during a play. */
        private void checked(String line, Event event) {
            boolean pattern = event.kind() == Event.Kind.PRINTED
                    && PATTERN_LINE.matcher(line).matches();
            if (pattern || UNKNOWN.matcher(line).find()) {
                throw playedOnly("It is \"" + line.strip() + "\".", event);
            }
        }

        private LabException playedOnly(String detail, Event event) {
            return new LabException(ErrorReport.error("this line is known only when the lab is played")
                    .detail(detail)
                    .hint("Export what \"play FILE.lab --events FILE.jsonl\" writes.")
                    .at(new Position(lab.fact("file"), event.line(), 0)));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
