package dev.pgduo.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * libpq's password file: lines of {@code host:port:database:user:password}, a star stands for any value; a backslash escapes the next
 * character. Passwords reach libpq through it on every major, and are never in a conninfo, a command or a log.
 *
 * @param file need not exist
 */
public record PasswordFile(Path file) {
    /** A line with a role's password for every server. */
    public static String line(String user, String password) {
        return "*:*:*:" + escaped(user) + ":" + escaped(password) + "\n";
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace(":", "\\:");
    }

    /** The environment variable that tells libpq of the file; empty when there is no file. */
    public Map<String, String> environment() {
        return Files.exists(file) ? Map.of("PGPASSFILE", file.toString()) : Map.of();
    }

    /**
     * The password of the first line that fits, or null; a file that others may read is ignored, as by libpq.
     *
     * @param wanted host, port, database and user
     * @param warnings gets libpq's message when the file is ignored
     */
    @Nullable
    String find(List<String> wanted, Consumer<String> warnings) {
        try {
            if (!counts(warnings)) {
                return null;
            }
            for (String line : Files.readAllLines(file)) {
                List<String> fields = fields(line);
                if (!line.startsWith("#") && fields.size() == 5 && fits(fields, wanted)) {
                    return fields.get(4);
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    private boolean counts(Consumer<String> warnings) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String start = "WARNING: password file \"" + file + "\" ";
        if (!Files.isRegularFile(file)) {
            warnings.accept(start + "is not a plain file");
            return false;
        }
        if (isOpenToOthers()) {
            warnings.accept(start + "has group or world access; permissions should be u=rw (0600) or less");
            return false;
        }
        return true;
    }

    private boolean isOpenToOthers() throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':' && fields.size() < 4) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                i += c == '\\' && i + 1 < line.length() ? 1 : 0;
                field.append(line.charAt(i));
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
