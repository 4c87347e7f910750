package dev.pgduo.cluster.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One rule of pg_hba.conf.
 *
 * @param type the type of connection
 * @param databases names and keywords, one of which must match
 * @param users names, keywords and +groups, one of which must match
 * @param address the client's address
 * @param method the authentication method
 * @param options the method's options, in order
 */
public record HbaRecord(
        HbaType type,
        List<HbaToken> databases,
        List<HbaToken> users,
        HbaAddress address,
        String method,
        Map<String, String> options) {
    public HbaRecord {
        databases = List.copyOf(databases);
        users = List.copyOf(users);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The rule as a line of the file, in the sample's columns, without a terminator. */
    public String written() {
        StringBuilder line = new StringBuilder(String.format(
                "%-7s %-15s %-15s %-23s %s", type, list(databases), list(users), address.written(), method));
        options.forEach((name, value) -> line.append(' ').append(new HbaToken(name + "=" + value, false).written()));
        return line.toString();
    }

    private static String list(List<HbaToken> tokens) {
        return tokens.stream().map(HbaToken::written).collect(Collectors.joining(","));
    }
}
