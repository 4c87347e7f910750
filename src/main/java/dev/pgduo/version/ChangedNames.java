package dev.pgduo.version;

import dev.pgduo.report.ResourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that not every major has, and what to say of one where it is missing. The data is in {@code changed-names.txt}, read at
 * the first question. Immutable.
 *
 * @see <a href="https://www.postgresql.org/docs/release/">release notes</a>
 */
public final class ChangedNames {
    private static final String FILE = "changed-names.txt";

    private final List<ChangedName> names;

    private ChangedNames(List<ChangedName> names) {
        this.names = List.copyOf(names);
    }

    /** All that pgduo knows. */
    public static ChangedNames all() {
        return Loaded.ALL;
    }

    /** A sentence or two for somebody who used this name on a server that does not have it; empty when nothing is known of it. */
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

    /** What a server's complaint about an unknown name deserves as a hint; empty when there is nothing to add. */
    public Optional<String> hint(String sqlState, String message, int major) {
        return NameKind.ofError(sqlState).stream()
                .flatMap(kind -> kind.nameIn(message).flatMap(name -> hint(kind, name, major)).stream())
                .findFirst();
    }

    /** The name that newer majors have for this one; the name itself when it was never changed. */
    public String modern(String name) {
        return names.stream()
                .filter(changed -> changed.renamed() && changed.name().equals(name))
                .map(ChangedName::instead)
                .findFirst()
                .orElse(name);
    }

    /** Whether some majors have this name and others do not. */
    public boolean knows(String name) {
        return names.stream().anyMatch(changed -> changed.name().equals(name));
    }

    /** Whether what a hint is about exists here under another name. */
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
