package dev.pgduo.shell.typing;

import dev.pgduo.shell.typing.CatalogNames.Entry;
import dev.pgduo.shell.typing.CatalogNames.Kind;
import dev.pgduo.wire.Endpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes SQL that is being typed. */
public final class SqlCompletion {
    private static final Set<String> BEFORE_TABLE =
            Set.of("from", "join", "update", "into", "table", "truncate", "copy", "only", "analyze", "vacuum", "lock");
    private static final Set<String> BEFORE_SETTING = Set.of("show", "reset", "set", "local", "session");

    private static final Pattern SETS =
            Pattern.compile("(?i)\\bset\\s+(?:local\\s+|session\\s+)?([\\w.]+)\\s*(?:=|\\sto\\s)\\s*$");

    private final CatalogNames names;
    private final String before;
    private final String after;
    private final String word;
    private final List<SqlToken> tokens;

    /**
     * A completion.
     *
     * @param value replaces the word before the cursor
     */
    public record Word(String value, String description) {}

    private SqlCompletion(CatalogNames names, String buffer, int cursor) {
        String typed = buffer.substring(0, cursor);
        int start = wordStart(typed, typed.length());
        this.names = names;
        this.before = typed.substring(0, start);
        this.after = buffer.substring(cursor);
        this.word = typed.substring(start);
        this.tokens = SqlToken.of(before);
    }

    /** The offset of the word that ends at the cursor: a name, perhaps with a schema, or a backslash command. */
    public static int wordStart(String text, int cursor) {
        int start = cursor;
        while (start > 0 && partOfWord(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == '\\' ? start - 1 : start;
    }

    private static boolean partOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c == '"' || c == '+' || c == '?';
    }

    /** The completions at this cursor position, the best ones first, from names that are known by now. */
    public static List<Word> at(CatalogCache cache, Endpoint endpoint, String buffer, int cursor) {
        return of(cache.names(endpoint), buffer, cursor);
    }

    static List<Word> of(CatalogNames names, String buffer, int cursor) {
        SqlCompletion completion = new SqlCompletion(names, buffer, cursor);
        return completion.insideQuote() ? List.of() : completion.words();
    }

    /** Whether the cursor is in a string or a comment, where nothing is completed. */
    private boolean insideQuote() {
        if (tokens.isEmpty()) {
            return false;
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        boolean text = last.kind() == SqlToken.Kind.STRING || last.kind() == SqlToken.Kind.COMMENT;
        return text && last.end() == before.length() && !closed(last);
    }

    private static boolean closed(SqlToken token) {
        String text = token.text();
        return text.startsWith("/*") ? text.endsWith("*/") : text.length() > 1 && text.endsWith("'");
    }

    private List<Word> words() {
        Matcher setting = SETS.matcher(before);
        if (setting.find()) {
            return matching(names.valuesOf(setting.group(1)));
        }
        int dot = word.lastIndexOf('.');
        if (dot > 0) {
            return qualified(word.substring(0, dot), word.substring(dot + 1));
        }
        String last = lastWord();
        if (last.startsWith("\\")) {
            return meta(last);
        }
        if (BEFORE_TABLE.contains(last)) {
            return found(EnumSet.of(Kind.TABLE, Kind.SCHEMA));
        }
        if (last.equals("database")) {
            return found(EnumSet.of(Kind.DATABASE));
        }
        if (BEFORE_SETTING.contains(last)
                && (!last.equals("set") || !statement().contains("update"))) {
            return found(EnumSet.of(Kind.SETTING));
        }
        return word.isEmpty() ? List.of() : anything();
    }

    private List<Word> meta(String command) {
        if (command.matches("\\\\c(onnect)?")) {
            return found(EnumSet.of(Kind.DATABASE));
        }
        if (command.startsWith("\\dn")) {
            return found(EnumSet.of(Kind.SCHEMA));
        }
        if (command.startsWith("\\df") || command.startsWith("\\sf")) {
            return found(EnumSet.of(Kind.FUNCTION));
        }
        return command.startsWith("\\d") ? found(EnumSet.of(Kind.TABLE, Kind.SCHEMA)) : List.of();
    }

    private List<Word> found(Set<Kind> kinds) {
        return matching(names.entries().stream().filter(e -> kinds.contains(e.kind()) && shown(e)));
    }

    /** Whether a name is offered: system tables only after their first letters. */
    private boolean shown(Entry entry) {
        boolean own = entry.kind() != Kind.TABLE || !entry.owner().equals("pg_catalog") || word.startsWith("pg_");
        return entry.visible() && own;
    }

    private List<Word> anything() {
        Set<String> tables = statement();
        List<Word> words = new ArrayList<>(matching(names.of(Kind.COLUMN)
                .filter(column -> tables.contains(column.owner().toLowerCase(Locale.ROOT)))));
        SqlKeywords.all().stream()
                .filter(this::begins)
                .map(keyword -> new Word(upper() ? keyword.toUpperCase(Locale.ROOT) : keyword, ""))
                .forEach(words::add);
        words.addAll(found(EnumSet.of(Kind.TABLE, Kind.SCHEMA)));
        if (word.length() > 1) {
            words.addAll(matching(names.of(Kind.FUNCTION).filter(Entry::visible)));
        }
        return words;
    }

    private List<Word> qualified(String owner, String start) {
        String table = tableOf(owner);
        return names.entries().stream()
                .filter(e -> e.kind() != Kind.VALUE)
                .filter(e -> e.owner().equals(e.kind() == Kind.COLUMN ? table : owner))
                .filter(e -> e.name().toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT)))
                .map(e -> new Word(owner + "." + e.name(), e.description()))
                .distinct()
                .toList();
    }

    /** The table of an alias, {@code t} in {@code from things t}; otherwise the name itself. */
    private String tableOf(String alias) {
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            SqlToken previous = tokens.get(i - 1);
            boolean as = previous.text().equalsIgnoreCase("as") && i > 1;
            SqlToken table = as ? tokens.get(i - 2) : previous;
            if (token.text().equals(alias) && !table.keyword()) {
                return table.text();
            }
        }
        return alias;
    }

    private List<Word> matching(Stream<Entry> entries) {
        return entries.filter(e -> begins(e.name()))
                .map(e -> new Word(e.name(), e.description()))
                .distinct()
                .toList();
    }

    private boolean begins(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }

    private boolean upper() {
        return word.chars().anyMatch(Character::isUpperCase) && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** The names in the statement, in lower case. */
    private Set<String> statement() {
        return Stream.concat(tokens.stream(), SqlToken.of(after).stream())
                .filter(token -> token.kind() == SqlToken.Kind.NAME)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String lastWord() {
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text().toLowerCase(Locale.ROOT);
    }
}
