package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the fields of one line, in the server's order and with its messages. Used once, by one thread.
 *
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/libpq/hba.c">parse_hba_line of 15</a>
 */
final class HbaParser {
    private static final Set<String> METHODS = Set.of(
            "trust",
            "reject",
            "md5",
            "password",
            "scram-sha-256",
            "gss",
            "ident",
            "peer",
            "pam",
            "ldap",
            "radius",
            "cert");
    /** Methods that exist only on Windows or OpenBSD. */
    private static final Set<String> ELSEWHERE = Set.of("sspi", "bsd");

    private final List<List<HbaToken>> fields;
    private int next;

    private HbaParser(List<List<HbaToken>> fields) {
        this.fields = fields;
    }

    /** Parses a line that has at least one field. */
    static HbaRecord parse(List<List<HbaToken>> fields) throws HbaRefused {
        return new HbaParser(fields).record();
    }

    private HbaRecord record() throws HbaRefused {
        HbaType type = type();
        List<HbaToken> databases = field("end-of-line before database specification");
        List<HbaToken> users = field("end-of-line before role specification");
        HbaAddress address = type == HbaType.LOCAL ? new HbaAddress.Socket() : address();
        String method = method(type);
        return new HbaRecord(type, databases, users, address, method, options(type, method));
    }

    private HbaType type() throws HbaRefused {
        HbaToken token = single(
                "", "multiple values specified for connection type", "Specify exactly one connection type per line.");
        Optional<HbaType> type = HbaType.of(token.text());
        if (type.isEmpty()) {
            throw new HbaRefused("invalid connection type \"" + token.text() + "\"");
        }
        return type.get();
    }

    private HbaAddress address() throws HbaRefused {
        HbaToken token = single(
                "end-of-line before IP address specification",
                "multiple values specified for host address",
                "Specify one address range per line.");
        if (token.isKeyword("all")) {
            return new HbaAddress.All();
        }
        if (token.isKeyword("samehost")) {
            return new HbaAddress.SameHost();
        }
        return token.isKeyword("samenet") ? new HbaAddress.SameNet() : address(token.text());
    }

    private HbaAddress address(String text) throws HbaRefused {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (slash >= 0 && address.isEmpty()) {
            throw new HbaRefused("specifying both host name and CIDR mask is invalid: \"" + text + "\"");
        }
        if (address.isEmpty()) {
            return new HbaAddress.Host(text);
        }
        if (slash < 0) {
            return new HbaAddress.Range(new IpRange(address.get(), mask(address.get())));
        }
        Optional<IpRange> range = IpRange.of(address.get(), text.substring(slash + 1));
        if (range.isEmpty()) {
            throw new HbaRefused("invalid CIDR mask in address \"" + text + "\"");
        }
        return new HbaAddress.Range(range.get());
    }

    private IpAddress mask(IpAddress address) throws HbaRefused {
        if (next == fields.size()) {
            throw new HbaRefused(ErrorReport.error("end-of-line before netmask specification")
                    .hint("Specify an address range in CIDR notation, or provide a separate netmask."));
        }
        String text = single("", "multiple values specified for netmask", null).text();
        Optional<IpAddress> mask = IpAddress.parse(text);
        if (mask.isEmpty()) {
            throw new HbaRefused("invalid IP mask \"" + text + "\": Name or service not known");
        }
        if (mask.get().bits() != address.bits()) {
            throw new HbaRefused("IP address and mask do not match");
        }
        return mask.get();
    }

    /** The method; for the socket, ident is replaced by peer. */
    private String method(HbaType type) throws HbaRefused {
        String name = single(
                        "end-of-line before authentication method",
                        "multiple values specified for authentication type",
                        "Specify exactly one authentication type per line.")
                .text();
        if (!METHODS.contains(name)) {
            String why = ELSEWHERE.contains(name) ? ": not supported by this build" : "";
            throw new HbaRefused("invalid authentication method \"" + name + "\"" + why);
        }
        boolean local = type == HbaType.LOCAL;
        if (local && name.equals("gss")) {
            throw new HbaRefused("gssapi authentication is not supported on local sockets");
        }
        if (!local && name.equals("peer")) {
            throw new HbaRefused("peer authentication is only supported on local sockets");
        }
        if (type != HbaType.HOSTSSL && name.equals("cert")) {
            throw new HbaRefused("cert authentication is only supported on hostssl connections");
        }
        return local && name.equals("ident") ? "peer" : name;
    }

    private Map<String, String> options(HbaType type, String method) throws HbaRefused {
        Map<String, String> options = new LinkedHashMap<>();
        for (List<HbaToken> field : fields.subList(next, fields.size())) {
            for (HbaToken token : field) {
                int equals = token.text().indexOf('=');
                if (equals < 0) {
                    throw new HbaRefused("authentication option not in name=value format: " + token.text());
                }
                String name = token.text().substring(0, equals);
                String value = token.text().substring(equals + 1);
                new HbaOption(name, value).check(type, method);
                options.put(name, value);
            }
        }
        return options;
    }

    private List<HbaToken> field(String missing) throws HbaRefused {
        if (next == fields.size()) {
            throw new HbaRefused(missing);
        }
        return new ArrayList<>(fields.get(next++));
    }

    private HbaToken single(String missing, String several, @Nullable String hint) throws HbaRefused {
        List<HbaToken> field = field(missing);
        if (field.size() > 1) {
            throw new HbaRefused(ErrorReport.error(several).hint(hint));
        }
        return field.get(0);
    }
}
