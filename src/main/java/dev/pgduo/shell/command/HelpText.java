package dev.pgduo.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of {@code help} and {@code help COMMAND}. */
public final class HelpText {
    private HelpText() {}

    /**
     * All commands by group.
     *
     * @param groups the groups in the order they are shown; groups that are not named here follow
     */
    public static List<String> overview(CommandCatalog catalog, List<String> groups) {
        Map<String, List<MethodCommand>> byGroup = new LinkedHashMap<>();
        groups.forEach(group -> byGroup.put(group, new ArrayList<>()));
        catalog.commands().stream()
                .filter(c -> !c.isHidden())
                .forEach(c -> byGroup.computeIfAbsent(c.getGroup(), g -> new ArrayList<>())
                        .add(c));
        byGroup.values().removeIf(List::isEmpty);
        int width = width(catalog.names());
        List<String> lines = new ArrayList<>();
        byGroup.forEach((group, commands) -> {
            lines.add(group);
            commands.forEach(c -> lines.add(row(c.getName(), c.getDescription(), width)));
            lines.add("");
        });
        lines.add("\"help COMMAND\" or \"COMMAND --help\" says what a command takes.");
        return lines;
    }

    /** What one command is for, and takes. */
    public static List<String> of(MethodCommand command) {
        List<String> lines = new ArrayList<>();
        lines.add(command.getName() + ": " + command.getDescription());
        lines.add("");
        lines.add("Usage: " + synopsis(command));
        Map<String, String> arguments = new LinkedHashMap<>();
        command.signature().arguments().forEach(a -> arguments.put(a.name(), text(a)));
        section(lines, "Arguments", arguments);
        Map<String, String> options = new LinkedHashMap<>();
        command.signature().options().forEach(o -> options.put(label(o), text(o)));
        section(lines, "Options", options);
        if (!command.getHelp().isBlank()) {
            lines.add("");
            lines.addAll(command.getHelp().strip().lines().toList());
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

    private static void section(List<String> lines, String title, Map<String, String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title + ":");
        int width = width(List.copyOf(rows.keySet()));
        rows.forEach((name, text) -> lines.add(row(name, text, width)));
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

    private static String row(String name, String text, int width) {
        return ("  " + name + " ".repeat(width - name.length()) + "  " + text).stripTrailing();
    }
}
