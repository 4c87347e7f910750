package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A description with placeholders for a record's fields, as written in records.txt. Immutable.
 *
 * @param pieces texts and fields in their order
 */
record RecordTemplate(List<Piece> pieces) {
    private static final Pattern FIELD =
            Pattern.compile("\\{(?:([a-zA-Z_0-9]+):(\\d+)(?:&(\\d+))?|(\\d+)(?:&(\\d+))?\\?([^}]*))\\}");
    private static final int ANY_BIT = 0xFF;
    private static final Map<String, RecordField> TYPES = types();

    /** A text or a field. */
    interface Piece {
        void write(RecordContent content, RecordText out);
    }

    RecordTemplate {
        pieces = List.copyOf(pieces);
    }

    private static Map<String, RecordField> types() {
        Map<String, RecordField> types = new HashMap<>(NumberFields.TYPES);
        types.putAll(ListFields.TYPES);
        types.putAll(GinFields.TYPES);
        types.putAll(TransactionFields.TYPES);
        return Map.copyOf(types);
    }

    static RecordTemplate of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        int done = 0;
        while (matcher.find()) {
            words(text.substring(done, matcher.start()), pieces);
            pieces.add(matcher.group(1) == null ? condition(matcher) : field(matcher));
            done = matcher.end();
        }
        words(text.substring(done), pieces);
        return new RecordTemplate(pieces);
    }

    private static void words(String words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add((content, out) -> out.add(words));
        }
    }

    private static Piece condition(Matcher matcher) {
        return flag(matcher.group(4), matcher.group(5), matcher.group(6), "");
    }

    private static Piece flag(String offset, @Nullable String bits, String yes, String no) {
        int at = Integer.parseInt(offset);
        int mask = bits == null ? ANY_BIT : Integer.parseInt(bits);
        return (content, out) -> out.add((content.data().get(at) & mask) != 0 ? yes : no);
    }

    private static Piece field(Matcher matcher) {
        String offset = matcher.group(2);
        String bits = matcher.group(3);
        return switch (matcher.group(1)) {
            case "T" -> flag(offset, bits, "T", "F");
            case "on" -> flag(offset, bits, "on", "off");
            case "true" -> flag(offset, bits, "true", "false");
            default -> field(matcher.group(1), Integer.parseInt(offset));
        };
    }

    private static Piece field(String name, int offset) {
        RecordField type = TYPES.get(name);
        if (type == null) {
            throw new IllegalStateException("no type of field: " + name);
        }
        return (content, out) -> type.write(content, offset, out);
    }

    /** Writes the description with this record's fields; for a record that is too short, the fields that it has. */
    void write(RecordContent content, RecordText out) {
        try {
            for (Piece piece : pieces) {
                piece.write(content, out);
            }
        } catch (IndexOutOfBoundsException e) {
            out.add(" ???");
        }
    }
}
