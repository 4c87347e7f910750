package dev.pgduo.shell.command;

import dev.pgduo.report.LineBreaks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of {@code help}, {@code help GROUP} and {@code help COMMAND}, wrapped between words for a terminal. */
public final class HelpText {
    private static final int LEAST_TEXT = 20;

    /** A no-break space for blanks within a name. */
    private static final char UNBROKEN = '\u00a0';

    private static final List<String> PROMPTS = List.of(
            "lab>        the commands below; \"up\" makes a primary and a streaming standby",
            "=> |   =>   SQL on node a, on b: psql a, psql b; \"| select 1;\" runs on the other",
            "postgres>   the OS prompt of a node: sh a, sh b",
            "Alt-1 Alt-2 Alt-0  to a, to b, back to the lab, also while a statement runs",
            "Tab completes, Ctrl-R finds what was typed, Ctrl-C stops, Ctrl-D leaves");

    private static final String PROGRAMS =
            "Programs: pgduo psql, bench, pgbench, pg_isready ...; \"pgduo --help\" lists them.";

    private HelpText() {}

    /**
     * The prompts, the keys, and the commands by group: for one screen.
     *
     * @param groups the groups in the order in which they are shown; groups that are not named here follow
     */
    public static List<String> overview(CommandCatalog catalog, List<String> groups, int columns) {
        List<String> lines = new ArrayList<>(PROMPTS);
        lines.add("");
        Map<String, List<MethodCommand>> all = byGroup(catalog, groups);
        int width = width(List.copyOf(all.keySet()));
        all.forEach((group, commands) -> {
            hanging(group + " ".repeat(width - group.length() + 2), names(commands), columns)
                    .forEach(line -> lines.add(line.replace(UNBROKEN, ' ')));
        });
        lines.add(PROGRAMS);
        lines.add("\"help GROUP\" says what the commands are for, \"help COMMAND\" what one takes.");
        return lines;
    }

    /** The names; those with the same first word are joined: {@code slot create|drop|list}. */
    private static String names(List<MethodCommand> commands) {
        Map<String, String> names = new LinkedHashMap<>();
        for (MethodCommand command : commands) {
            String name = command.getName();
            int blank = name.indexOf(' ');
            String first = blank < 0 ? name : name.substring(0, blank + 1);
            names.merge(first, blank < 0 ? "" : name.substring(blank + 1), (one, other) -> one + "|" + other);
        }
        return names.entrySet().stream()
                .map(name -> (name.getKey() + name.getValue()).replace(' ', UNBROKEN))
                .collect(Collectors.joining(", "));
    }

    /** The commands of a group with their descriptions; empty when there is no such group. */
    public static List<String> group(CommandCatalog catalog, String group, int columns) {
        List<MethodCommand> commands = byGroup(catalog, List.of()).getOrDefault(group, List.of());
        return commands.isEmpty() ? List.of() : listed("Commands of the group " + group + ":", commands, columns);
    }

    /** Commands with their descriptions. */
    static List<String> listed(String title, List<MethodCommand> commands, int columns) {
        Map<String, String> rows = new LinkedHashMap<>();
        commands.forEach(command -> rows.put(command.getName(), command.getDescription()));
        List<String> lines = new ArrayList<>();
        section(lines, title, rows, columns);
        return lines.subList(1, lines.size());
    }

    private static Map<String, List<MethodCommand>> byGroup(CommandCatalog catalog, List<String> groups) {
        Map<String, List<MethodCommand>> byGroup = new LinkedHashMap<>();
        groups.forEach(group -> byGroup.put(group, new ArrayList<>()));
        catalog.commands().stream()
                .filter(c -> !c.isHidden())
                .forEach(c -> byGroup.computeIfAbsent(c.getGroup(), g -> new ArrayList<>())
                        .add(c));
        byGroup.values().removeIf(List::isEmpty);
        return byGroup;
    }

    /** The description of one command, with its arguments and options. */
    public static List<String> of(MethodCommand command, int columns) {
        List<String> lines =
                new ArrayList<>(LineBreaks.of(command.getName() + ": " + command.getDescription(), columns));
        lines.add("");
        lines.addAll(hanging("Usage: ", synopsis(command), columns));
        Map<String, String> arguments = new LinkedHashMap<>();
        command.signature().arguments().stream()
                .filter(argument -> !text(argument).isEmpty())
                .forEach(argument -> arguments.put(argument.name(), text(argument)));
        section(lines, "Arguments:", arguments, columns);
        Map<String, String> options = new LinkedHashMap<>();
        command.signature().options().forEach(o -> options.put(label(o), text(o)));
        section(lines, "Options:", options, columns);
        if (!command.getHelp().isBlank()) {
            lines.add("");
            command.getHelp().strip().lines().forEach(line -> lines.addAll(LineBreaks.of(line, columns)));
        }
        return lines;
    }

    /** The usage line: optional parts in brackets. */
    static String synopsis(MethodCommand command) {
        Signature signature = command.signature();
        String arguments =
                signature.arguments().stream().map(a -> " " + a.usage()).collect(Collectors.joining());
        String options = signature.options().stream()
                .map(o -> o.required() ? " " + o.usage() : " [" + o.usage() + "]")
                .collect(Collectors.joining());
        return command.getName() + arguments + options;
    }

    private static void section(List<String> lines, String title, Map<String, String> rows, int columns) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        int width = width(List.copyOf(rows.keySet()));
        rows.forEach((name, text) -> lines.addAll(row(name, text, width, columns)));
    }

    private static String label(Signature.Named option) {
        String letter = option.shortName() == 0 ? "    " : "-" + option.shortName() + ", ";
        return letter + option.usage();
    }

    private static String text(Signature.Positional argument) {
        return argument.description() + fallback(argument.defaultValue());
    }

    private static String text(Signature.Named option) {
        boolean silent = option.flag() && "false".equals(option.defaultValue());
        return option.description() + (silent ? "" : fallback(option.defaultValue()));
    }

    private static String fallback(@Nullable String value) {
        return value == null ? "" : " (default: " + value + ")";
    }

    private static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    private static List<String> row(String name, String text, int width, int columns) {
        return hanging("  " + name + " ".repeat(width - name.length()) + "  ", text, columns);
    }

    /** A text after an introduction; further lines are indented by the introduction's width. */
    private static List<String> hanging(String beginning, String text, int columns) {
        String indent = " ".repeat(beginning.length());
        List<String> lines = new ArrayList<>();
        for (String piece : LineBreaks.of(text, Math.max(LEAST_TEXT, columns - beginning.length()))) {
            lines.add(((lines.isEmpty() ? beginning : indent) + piece).stripTrailing());
        }
        return lines;
    }
}
