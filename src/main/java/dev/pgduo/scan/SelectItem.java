package dev.pgduo.scan;

import dev.pgduo.scan.SqlWords.Kind;
import dev.pgduo.scan.SqlWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One item of a select list.
 *
 * @param name of the column that it gives; empty when it cannot be told
 * @param expression the words of the expression, without the alias
 */
public record SelectItem(String name, List<Word> expression) {
    private static final Set<String> BEFORE = Set.of("select", "returning");
    private static final Set<String> AFTER =
            Set.of("from", "into", "where", "group", "order", "limit", "union", "except", "intersect", "having");
    private static final Set<String> FIRST = Set.of("distinct", "all");

    public SelectItem {
        expression = List.copyOf(expression);
    }

    /** The items of all select lists, subqueries' among them. */
    public static List<SelectItem> all(List<Word> words) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).name() && BEFORE.contains(words.get(i).text())) {
                list(words, i + 1, items);
            }
        }
        return items;
    }

    /** The items of a list that begins with these words. */
    public static List<SelectItem> list(List<Word> words) {
        List<SelectItem> items = new ArrayList<>();
        list(words, 0, items);
        return items;
    }

    private static void list(List<Word> words, int first, List<SelectItem> items) {
        List<Word> item = new ArrayList<>();
        int depth = 0;
        for (int i = first; i < words.size(); i++) {
            Word word = words.get(i);
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth < 0 || (depth == 0 && ends(word))) {
                break;
            }
            if (depth == 0 && word.is(",")) {
                items.add(of(item));
                item.clear();
            } else if (!item.isEmpty() || !FIRST.contains(word.text())) {
                item.add(word);
            }
        }
        items.add(of(item));
    }

    private static boolean ends(Word word) {
        return word.is(";") || word.is("\\") || (word.name() && AFTER.contains(word.text()));
    }

    private static SelectItem of(List<Word> item) {
        int last = item.size() - 1;
        if (last >= 1 && item.get(last).name()) {
            Word before = item.get(last - 1);
            if (before.is("as")) {
                return new SelectItem(item.get(last).text(), item.subList(0, last - 1));
            }
            boolean value = before.is(")") || before.kind() != Kind.SIGN;
            if (value && !before.is("::")) {
                return new SelectItem(item.get(last).text(), item.subList(0, last));
            }
        }
        return new SelectItem(own(item), item);
    }

    /** The name that PostgreSQL gives a column without an alias. */
    private static String own(List<Word> item) {
        String name = "";
        int depth = 0;
        for (Word word : item) {
            if (word.is("::")) {
                break;
            }
            name = depth == 0 && word.name() ? word.text() : name;
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
        return name;
    }
}
