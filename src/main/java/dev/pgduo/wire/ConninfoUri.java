package dev.pgduo.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code postgresql://user:password@host:port,host/dbname?keyword=value} (manual: Connection URIs). */
final class ConninfoUri {
    private ConninfoUri() {}

    static boolean isUri(String text) {
        return text.startsWith("postgresql://") || text.startsWith("postgres://");
    }

    /** @throws IllegalArgumentException with libpq's complaint */
    static Map<String, String> parse(String uri) {
        Map<String, String> values = new LinkedHashMap<>();
        String rest = uri.substring(uri.indexOf("//") + 2);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String start = question < 0 ? rest : rest.substring(0, question);
        int slash = start.indexOf('/');
        String authority = slash < 0 ? start : start.substring(0, slash);
        if (slash >= 0 && slash + 1 < start.length()) {
            values.put("dbname", decoded(start.substring(slash + 1)));
        }
        int at = authority.indexOf('@');
        if (at >= 0) {
            login(authority.substring(0, at), values);
        }
        hosts(authority.substring(at + 1), uri, values);
        if (!query.isEmpty()) {
            parameters(query, values);
        }
        return values;
    }

    private static void login(String login, Map<String, String> values) {
        int colon = login.indexOf(':');
        values.put("user", decoded(colon < 0 ? login : login.substring(0, colon)));
        if (colon >= 0) {
            values.put("password", decoded(login.substring(colon + 1)));
        }
    }

    private static void hosts(String text, String uri, Map<String, String> values) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int end = part.startsWith("[") ? bracket(part, uri) : -1;
            int colon = part.indexOf(':', Math.max(0, end));
            String host = colon < 0 ? part : part.substring(0, colon);
            hosts.add(decoded(end > 0 ? part.substring(1, end) : host));
            ports.add(colon < 0 ? "" : decoded(part.substring(colon + 1)));
        }
        values.put("host", String.join(",", hosts));
        values.put("port", String.join(",", ports));
    }

    private static int bracket(String part, String uri) {
        int end = part.indexOf(']');
        if (end < 0) {
            throw new IllegalArgumentException(
                    "end of string reached when looking for matching \"]\" in IPv6 host address in URI: \"" + uri
                            + "\"");
        }
        return end;
    }

    private static void parameters(String query, Map<String, String> values) {
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "missing key/value separator \"=\" in URI query parameter: \"" + part + "\"");
            }
            if (part.indexOf('=', equals + 1) >= 0) {
                throw new IllegalArgumentException("extra key/value separator \"=\" in URI query parameter: \""
                        + part.substring(0, equals) + "\"");
            }
            String name = decoded(part.substring(0, equals));
            String value = decoded(part.substring(equals + 1));
            boolean ssl = name.equals("ssl") && value.equals("true");
            values.put(ssl ? "sslmode" : name, ssl ? "require" : value);
        }
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int high = i + 1 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("invalid percent-encoded token: \"" + text + "\"");
            }
            if (high == 0 && low == 0) {
                throw new IllegalArgumentException("forbidden value %00 in percent-encoded value: \"" + text + "\"");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
