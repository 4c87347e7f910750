package dev.pgduo.lab.os;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ports that a lab file shows and the lab's real ones, mapped in both directions where the text says that a number is a
 * port.
 *
 * @param realByShown lab file's port → real port, 1 to 65535
 */
public record PortAliases(Map<Integer, Integer> realByShown) {
    private static final Pattern PORT = Pattern.compile(
            "(-p\\s*|^\\s*\\\\c(?:onnect)?(?:\\s+\\S+){3}\\s+|--port[= ]|\\bport\\s*(?:=|to)?\\s*\\(?[\"']?|\\bPGPORT=|localhost:|postgresql:|127\\.0\\.0\\.1:|\\.s\\.PGSQL\\.)(\\d{1,5})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALONE = Pattern.compile("(\\s*)(\\d{4,5})(\\s*)", Pattern.DOTALL);

    private static final Set<String> PORT_COLUMNS =
            Set.of("port", "inet_server_port", "sender_port", "setting", "current_setting", "reset_val", "boot_val");

    public PortAliases {
        realByShown = realByShown.entrySet().stream()
                .filter(e -> !e.getKey().equals(e.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the lab's real ports differ from the lab file's. */
    public boolean differ() {
        return !realByShown.isEmpty();
    }

    /** The real port for a shown one; a number that is no port of the lab is returned unchanged. */
    public int real(int shown) {
        return realByShown.getOrDefault(shown, shown);
    }

    /** The shown port for a real one; a number that is no port of the lab is returned unchanged. */
    public int shown(int real) {
        return realByShown.entrySet().stream()
                .filter(e -> e.getValue() == real)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(real);
    }

    /** The text with the lab file's ports replaced by the real ones. */
    public String toReal(String text) {
        return replace(text, realByShown);
    }

    /** The text with the real ports replaced by the lab file's. */
    public String toShown(String text) {
        return replace(
                text,
                realByShown.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    /** A line of a program's output; a number alone in a line counts as a port, too. */
    String lineToShown(String line) {
        Matcher alone = ALONE.matcher(line);
        return alone.matches()
                ? alone.group(1) + shown(Integer.parseInt(alone.group(2))) + alone.group(3)
                : toShown(line);
    }

    /** A value that is a real port, in a column with ports: of a setting, of the connection, or of the primary. */
    String shownCell(String column, String value) {
        return PORT_COLUMNS.contains(column) && value.matches("\\d{2,5}")
                ? Integer.toString(shown(Integer.parseInt(value)))
                : value;
    }

    private static String replace(String text, Map<Integer, Integer> ports) {
        if (ports.isEmpty()) {
            return text;
        }
        return PORT.matcher(text).replaceAll(m -> {
            Integer other = ports.get(Integer.valueOf(m.group(2)));
            return Matcher.quoteReplacement(other == null ? m.group() : m.group(1) + other);
        });
    }
}
