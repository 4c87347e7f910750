package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.describe.ObjectSource;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code \sf} and {@code \sv}, with {@code +} for numbered lines. */
record ShowSource(String letter, ObjectSource source) implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("s" + letter, "s" + letter + "+");
    }

    @Override
    public String help() {
        return "show a " + word() + "'s definition; with + its lines are numbered";
    }

    private String word() {
        return source.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Arguments arguments() {
        return Arguments.LINE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        String object = arguments.wholeLine();
        if (object.isEmpty()) {
            psql.err(word() + " name is required");
            return Next.FAILED;
        }
        Optional<String> text = source.of(object, psql);
        if (text.isEmpty()) {
            return Next.FAILED;
        }
        String shown = name.endsWith("+") ? source.numbered(text.get()) : text.get();
        psql.target().stream().write(shown.getBytes(StandardCharsets.UTF_8));
        return Next.CONTINUE;
    }
}
