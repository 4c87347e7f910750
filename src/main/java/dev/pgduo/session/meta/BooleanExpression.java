package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Words;
import java.util.Optional;

/** The condition of {@code \if} and {@code \elif}: all arguments together are one Boolean value. */
final class BooleanExpression {
    private BooleanExpression() {}

    /** The condition's value; an invalid one is printed as an error and counts as false. */
    static boolean read(SlashScanner arguments, String place, Psql psql) {
        String text = words(arguments);
        Optional<Boolean> value = Words.bool(text);
        if (value.isEmpty()) {
            psql.err("unrecognized value \"" + text + "\" for \"" + place + "\": Boolean expected");
        }
        return value.orElse(false);
    }

    static void skip(SlashScanner arguments) {
        words(arguments);
    }

    private static String words(SlashScanner arguments) {
        StringBuilder text = new StringBuilder();
        for (Optional<String> word = arguments.argument(); word.isPresent(); word = arguments.argument()) {
            text.append(text.isEmpty() ? "" : " ").append(word.get());
        }
        return text.toString();
    }
}
