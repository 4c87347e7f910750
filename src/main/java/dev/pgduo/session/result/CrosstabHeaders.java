package dev.pgduo.session.result;

import dev.pgduo.session.query.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The distinct values for the row headers or the column headers of a crosstab. */
final class CrosstabHeaders {
    /**
     * One value.
     *
     * @param value null for SQL NULL
     * @param number the sort key of column headers
     */
    private record Header(@Nullable String value, int number) {}

    /** Sorts by the value's bytes, SQL NULL last. */
    private static final Comparator<Header> BY_VALUE =
            Comparator.comparing(Header::value, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Header> headers = new ArrayList<>();
    private final Map<Optional<String>, Integer> places = new HashMap<>();

    private CrosstabHeaders() {}

    /** The distinct values of a column in order of appearance, or sorted by the numbers in another column. */
    static CrosstabHeaders of(Rows rows, int column, Optional<Integer> order) {
        CrosstabHeaders result = new CrosstabHeaders();
        for (int row = 0; row < rows.rows().size(); row++) {
            String value = rows.text(row, column);
            if (result.places.putIfAbsent(Optional.ofNullable(value), result.headers.size()) == null) {
                String number = order.isPresent() ? rows.text(row, order.get()) : null;
                result.headers.add(new Header(value, number(number)));
            }
        }
        if (order.isPresent()) {
            result.sort();
        }
        return result;
    }

    private void sort() {
        headers.sort(BY_VALUE);
        headers.sort(Comparator.comparingInt(Header::number));
        for (int i = 0; i < headers.size(); i++) {
            places.put(Optional.ofNullable(headers.get(i).value()), i);
        }
    }

    /** The number for sorting; anything but an integer is zero. */
    private static int number(@Nullable String text) {
        if (text == null || !text.matches("-?[0-9]{1,18}")) {
            return 0;
        }
        return (int) Long.parseLong(text);
    }

    int count() {
        return headers.size();
    }

    /** The value with this index, or null for SQL NULL. */
    @Nullable
    String value(int place) {
        return headers.get(place).value();
    }

    /** The index of this value. */
    int place(@Nullable String value) {
        return places.getOrDefault(Optional.ofNullable(value), -1);
    }
}
