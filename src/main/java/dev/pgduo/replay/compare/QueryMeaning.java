package dev.pgduo.replay.compare;

import dev.pgduo.scan.SelectItem;
import dev.pgduo.scan.SqlWords.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The meaning of a query's columns, from its select lists and its FROM clause. */
final class QueryMeaning implements Meaning {
    /** Functions whose result has the class of their argument. */
    private static final Set<String> TRANSPARENT =
            Set.of("coalesce", "nullif", "max", "min", "greatest", "least", "date_trunc", "to_char");

    private static final Set<String> LENGTHS = Set.of("extract", "date_part", "age");
    private static final Set<String> SYSTEM_COLUMNS = Set.of("xmin", "xmax");

    private final List<Word> words;
    private final List<SelectItem> items;
    private final FromList from;

    QueryMeaning(List<Word> words) {
        this.words = List.copyOf(words);
        this.items = SelectItem.all(words);
        this.from = FromList.of(words);
    }

    @Override
    public Optional<VolatileClass> classOf(String column) {
        List<SelectItem> named =
                items.stream().filter(item -> item.name().equals(column)).toList();
        if (named.isEmpty()) {
            return column(column, "");
        }
        return named.stream()
                .flatMap(item -> expression(item.expression()).stream())
                .findFirst();
    }

    @Override
    public boolean plan() {
        return words.stream().anyMatch(word -> word.is("explain"));
    }

    private Optional<VolatileClass> column(String name, String qualifier) {
        return from.catalogue(qualifier) ? VolatileColumns.classOf(name) : Optional.empty();
    }

    private Optional<VolatileClass> expression(List<Word> all) {
        List<Word> words = withoutCast(all);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.get(0).is("(") && FromList.closing(words, 0) == words.size() - 1) {
            return inside(words.subList(1, words.size() - 1));
        }
        int minus = difference(words);
        if (minus >= 0) {
            return expression(words.subList(0, minus))
                    .or(() -> expression(words.subList(minus + 1, words.size())))
                    .flatMap(QueryMeaning::distance);
        }
        if (call(words)) {
            return called(words.get(callee(words)).text(), words.subList(callee(words) + 2, words.size() - 1));
        }
        return reference(words);
    }

    private Optional<VolatileClass> inside(List<Word> words) {
        return words.isEmpty() || !words.get(0).is("select")
                ? expression(words)
                : SelectItem.all(words).stream().findFirst().flatMap(item -> expression(item.expression()));
    }

    private Optional<VolatileClass> called(String function, List<Word> arguments) {
        if (TRANSPARENT.contains(function)) {
            return anyOf(arguments);
        }
        if (LENGTHS.contains(function)) {
            return anyOf(arguments).isPresent() ? Optional.of(VolatileClass.DURATION) : Optional.empty();
        }
        return VolatileColumns.function(function);
    }

    private Optional<VolatileClass> anyOf(List<Word> arguments) {
        int epoch = 0;
        while (epoch < arguments.size() && !arguments.get(epoch).is("from")) {
            epoch++;
        }
        List<Word> values = epoch < arguments.size() ? arguments.subList(epoch + 1, arguments.size()) : arguments;
        return SelectItem.list(values).stream()
                .flatMap(item -> expression(item.expression()).stream())
                .findFirst();
    }

    /** The class of a column, with or without its qualifier, or of a function without parentheses. */
    private Optional<VolatileClass> reference(List<Word> words) {
        Word last = words.get(words.size() - 1);
        if (!last.name()) {
            return Optional.empty();
        }
        if (words.size() == 1) {
            return SYSTEM_COLUMNS.contains(last.text())
                    ? Optional.of(VolatileClass.XID)
                    : withoutParentheses(last.text()).or(() -> column(last.text(), ""));
        }
        Word qualifier = words.get(Math.max(0, words.size() - 3));
        boolean field = words.get(words.size() - 2).is(".");
        if (field && qualifier.is(")")) {
            return words.stream().anyMatch(word -> word.text().startsWith("pg_"))
                    ? VolatileColumns.classOf(last.text())
                    : Optional.empty();
        }
        return field && words.stream().allMatch(word -> word.name() || word.is("."))
                ? column(last.text(), qualifier.text())
                : Optional.empty();
    }

    private static Optional<VolatileClass> withoutParentheses(String name) {
        return name.startsWith("current_") || name.startsWith("local")
                ? VolatileColumns.function(name)
                : Optional.empty();
    }

    private static Optional<VolatileClass> distance(VolatileClass of) {
        return switch (of) {
            case LSN -> Optional.of(VolatileClass.SIZE);
            case TIMESTAMP, DURATION -> Optional.of(VolatileClass.DURATION);
            case SIZE -> Optional.of(VolatileClass.SIZE);
            default -> Optional.empty();
        };
    }

    /** The index of a minus sign outside of parentheses, or -1. */
    private static int difference(List<Word> words) {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0 && i > 0 && words.get(i).is("-")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean call(List<Word> words) {
        int name = callee(words);
        return name >= 0
                && name + 1 < words.size()
                && words.get(name + 1).is("(")
                && FromList.closing(words, name + 1) == words.size() - 1;
    }

    /** The index of the function's name, after its schema; -1 when the words do not begin with a name. */
    private static int callee(List<Word> words) {
        int at = words.get(0).name() ? 0 : -1;
        while (at >= 0
                && at + 2 < words.size()
                && words.get(at + 1).is(".")
                && words.get(at + 2).name()) {
            at += 2;
        }
        return at;
    }

    private static List<Word> withoutCast(List<Word> words) {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            boolean cast = depth == 0 && words.get(i).is("::");
            boolean last = cast && words.subList(i, words.size()).stream().noneMatch(word -> word.is("-"));
            if (last) {
                return words.subList(0, i);
            }
        }
        return words;
    }
}
