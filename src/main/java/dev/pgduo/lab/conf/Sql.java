package dev.pgduo.lab.conf;

import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The statements that change and query settings. */
final class Sql {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w$]*(\\.[A-Za-z_][\\w$]*)*+");
    /** The settings whose list elements are quoted one by one: variable_is_guc_list_quote of dumputils.c (15). */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private Sql() {}

    static String set(String name, String value) {
        return "alter system set " + valid(name) + " = " + value(name, value) + ";";
    }

    /** ALTER SYSTEM RESET for a name, or for {@code all}. */
    static String reset(String name) {
        return "alter system reset " + valid(name) + ";";
    }

    private static String value(String name, String value) {
        if (!LISTS.contains(name.toLowerCase(Locale.ROOT))) {
            return Quoting.constant(value);
        }
        if (value.isBlank()) {
            throw LabException.of(
                    "ALTER SYSTEM cannot set the list \"" + name + "\" to nothing",
                    "Use \"conf reset " + name + "\", or \"conf set\" with --file.");
        }
        return String.join(", ", elements(value).stream().map(Quoting::constant).toList());
    }

    /** The elements of a list, without double quotes around them. */
    private static List<String> elements(String list) {
        List<String> elements = new ArrayList<>();
        var found =
                Pattern.compile("\\s*(\"(?:[^\"]++|\"\")*+\"|[^,]*)\\s*(?:,|$)").matcher(list);
        while (found.find() && found.end() > found.start()) {
            String element = found.group(1).strip();
            boolean quoted = element.length() > 1 && element.startsWith("\"");
            elements.add(quoted ? element.substring(1, element.length() - 1).replace("\"\"", "\"") : element);
        }
        return elements;
    }

    private static String valid(String name) {
        if (NAME.matcher(name).matches()) {
            return name;
        }
        throw LabException.of("invalid configuration parameter name \"" + name + "\"");
    }
}
