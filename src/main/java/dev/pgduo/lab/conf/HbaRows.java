package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.HbaClient;
import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.HbaRecord;
import dev.pgduo.cluster.conf.HbaToken;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.lab.LabQueries;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of pg_hba.conf as rows of text. */
final class HbaRows {
    private static final Pattern LEADING_ONES = Pattern.compile("1*0*");

    private HbaRows() {}

    /** The rules as a running server reads the file now. */
    static List<List<@Nullable String>> asked(LabQueries server) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row : server.rows("""
                select line_number, type, array_to_string(database, ','), array_to_string(user_name, ','),
                  coalesce(address || coalesce(' ' || netmask, ''), ''),
                  auth_method || coalesce(' ' || array_to_string(options, ' '), ''), error
                from pg_hba_file_rules order by line_number""")) {
            List<@Nullable String> shown = new ArrayList<>(row);
            shown.set(4, address(row.get(4) == null ? "" : String.valueOf(row.get(4))));
            rows.add(shown);
        }
        return rows;
    }

    /** The rules as they are in the file. */
    static List<List<@Nullable String>> of(HbaFile file) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (HbaLine line : file.lines()) {
            String number = Integer.toString(line.number());
            line.record().ifPresent(record -> rows.add(row(number, record)));
            line.problem()
                    .ifPresent(problem ->
                            rows.add(Arrays.asList(number, null, null, null, null, null, problem.message())));
        }
        return rows;
    }

    /** The FATAL message of the server for a connection that no rule matches. */
    static String refusal(HbaQuery query, Capabilities capabilities) {
        String plain = capabilities.has(Feature.REFUSAL_NAMES_ENCRYPTION) ? "no encryption" : "SSL off";
        String host =
                query.client() instanceof HbaClient.Tcp tcp ? tcp.address().toString() : "[local]";
        String whose = "host \"" + host + "\", user \"" + query.user() + "\"";
        return query.replication()
                ? "FATAL:  no pg_hba.conf entry for replication connection from " + whose + ", " + plain
                : "FATAL:  no pg_hba.conf entry for " + whose + ", database \"" + query.database() + "\", " + plain;
    }

    private static List<@Nullable String> row(String number, HbaRecord record) {
        StringBuilder method = new StringBuilder(record.method());
        record.options()
                .forEach((name, value) ->
                        method.append(' ').append(name).append('=').append(value));
        return Arrays.asList(
                number,
                record.type().toString(),
                list(record.databases()),
                list(record.users()),
                address(record.address().written()),
                method.toString(),
                null);
    }

    private static String list(List<HbaToken> tokens) {
        return tokens.stream().map(HbaToken::text).collect(Collectors.joining(","));
    }

    /** An address and its mask in CIDR notation, when the mask has such a form. */
    private static String address(String written) {
        String[] parts = written.split(" ", 2);
        Optional<String> bits = parts.length < 2
                ? Optional.empty()
                : IpAddress.parse(parts[1])
                        .map(HbaRows::bits)
                        .filter(b -> LEADING_ONES.matcher(b).matches());
        return bits.map(b -> parts[0] + "/" + b.replace("0", "").length()).orElse(written);
    }

    private static String bits(IpAddress mask) {
        return mask.bytes().stream()
                .map(b -> Integer.toBinaryString(b | 0x100).substring(1))
                .collect(Collectors.joining());
    }
}
