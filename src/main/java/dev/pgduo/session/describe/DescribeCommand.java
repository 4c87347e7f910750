package dev.pgduo.session.describe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the {@code \d} family.
 *
 * @param names its names; the group has the letters that are options
 * @param file the name of the query file
 * @param most the largest number of patterns
 */
record DescribeCommand(Pattern names, String file, int most) {
    private static final int ANY = Integer.MAX_VALUE;

    /** The options; {@code x} (expanded), which psql 18 has, is accepted for older versions, too. */
    private static final String OPTIONS = "([S+x]*)";

    /** All commands, in the order in which they are tried. */
    private static final List<DescribeCommand> ALL = List.of(
            of("d((?:[S+][S+x]*)?)", "relations", 1),
            of("d([tvmisE][tvmisES+x]*)", "relations", 1),
            of("da" + OPTIONS, "aggregates", 1),
            of("dA((?:[+][+x]*)?)", "access_methods", 1),
            of("dAc" + OPTIONS, "operator_classes", 2),
            of("dAf" + OPTIONS, "operator_families", 2),
            of("dAo" + OPTIONS, "family_operators", 2),
            of("dAp" + OPTIONS, "family_functions", 2),
            of("db" + OPTIONS, "tablespaces", 1),
            of("dc" + OPTIONS, "conversions", 1),
            of("dconfig" + OPTIONS, "settings", 1),
            of("dC" + OPTIONS, "casts", 1),
            of("dd" + OPTIONS, "comments", 1),
            of("ddp" + OPTIONS, "default_privileges", 1),
            of("dD" + OPTIONS, "domains", 1),
            of("des" + OPTIONS, "foreign_servers", 1),
            of("det" + OPTIONS, "foreign_tables", 1),
            of("deu" + OPTIONS, "user_mappings", 1),
            of("dew" + OPTIONS, "foreign_wrappers", 1),
            of("df((?:[anptwS+x].*)?)", "functions", ANY),
            of("dF((?:[+][+x]*)?)", "search_configurations", 1),
            of("dFd" + OPTIONS, "search_dictionaries", 1),
            of("dFp" + OPTIONS, "search_parsers", 1),
            of("dFt" + OPTIONS, "search_templates", 1),
            of("(?:dg|du)" + OPTIONS, "roles", 1),
            of("dl" + OPTIONS, "large_objects", 1),
            of("lo_list([+x]*)", "large_objects", 2),
            of("dL" + OPTIONS, "languages", 1),
            of("dn" + OPTIONS, "schemas", 1),
            of("do" + OPTIONS, "operators", ANY),
            of("dO" + OPTIONS, "collations", 1),
            of("dp" + OPTIONS, "privileges", 1),
            of("z([Sx]*)", "privileges", 1),
            of("dP((?:[tin+][tinS+x]*)?)", "partitioned", 1),
            of("drg" + OPTIONS, "role_grants", 1),
            of("drds" + OPTIONS, "role_settings", 2),
            of("dRp" + OPTIONS, "publications", 1),
            of("dRs" + OPTIONS, "subscriptions", 1),
            of("dT" + OPTIONS, "types", 1),
            of("dx" + OPTIONS, "extensions", 1),
            of("dX" + OPTIONS, "statistics", 1),
            of("dy" + OPTIONS, "event_triggers", 1),
            of("(?:l|list)([+x]*)", "databases", 1));

    private static DescribeCommand of(String names, String file, int most) {
        return new DescribeCommand(Pattern.compile(names), file, most);
    }

    /** The command with this name, given without the backslash. */
    static Optional<DescribeCommand> named(String name) {
        return ALL.stream()
                .filter(command -> command.names.matcher(name).matches())
                .findFirst();
    }

    /** The letters after the command's own name. */
    String options(String name) {
        Matcher matcher = names.matcher(name);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
