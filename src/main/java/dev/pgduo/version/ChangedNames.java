package dev.pgduo.version;

import dev.pgduo.report.ResourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that exist only on some majors, with HINTs for the others. The data are in {@code changed-names.txt}, read at the
 * first use. Immutable.
 *
 * @see <a href="https://www.postgresql.org/docs/release/">release notes</a>
 */
public final class ChangedNames {
    private static final String FILE = "changed-names.txt";

    private final List<ChangedName> names;

    private ChangedNames(List<ChangedName> names) {
        this.names = List.copyOf(names);
    }

    /** All known names. */
    public static ChangedNames all() {
        return Loaded.ALL;
    }

    /**
     * The HINT, one or two sentences, for this name on a server that does not have it; empty when nothing is known about it.
     */
    public Optional<String> hint(NameKind kind, String name, int major) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(changed -> changed.kind() == kind)
                .flatMap(changed -> changed.hint(wanted, major).stream()
                        .map(hint -> changed.renamed() && changed.name().equals(wanted)
                                ? hint(kind, changed.instead(), major).orElse(hint)
                                : hint))
                .findFirst();
    }

    /** The HINT for a server's error about an unknown name; empty when nothing is known about it. */
    public Optional<String> hint(String sqlState, String message, int major) {
        return NameKind.ofError(sqlState).stream()
                .flatMap(kind -> kind.nameIn(message).flatMap(name -> hint(kind, name, major)).stream())
                .findFirst();
    }

    /** The modern name for this one; the name itself when it was never changed. */
    public String modern(String name) {
        return names.stream()
                .filter(changed -> changed.renamed() && changed.name().equals(name))
                .map(ChangedName::instead)
                .findFirst()
                .orElse(name);
    }

    /** Whether the name exists only on some majors. */
    public boolean knows(String name) {
        return names.stream().anyMatch(changed -> changed.name().equals(name));
    }

    /** Whether a HINT is about something that this major has under another name. */
    public boolean renamed(String hint) {
        return hint.contains(" it is called ");
    }

    List<ChangedName> names() {
        return names;
    }

    private static ChangedNames read() {
        return new ChangedNames(ResourceText.of(ChangedNames.class, FILE)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ChangedName::parse)
                .toList());
    }

    private static final class Loaded {
        static final ChangedNames ALL = read();
    }
}
