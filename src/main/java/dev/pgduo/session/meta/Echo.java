package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.ByteText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \echo}, {@code \qecho}, {@code \warn}: print their arguments. */
final class Echo implements MetaCommand {
    private final String name;
    private final String help;

    Echo(String name, String help) {
        this.name = name;
        this.help = help;
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public Next run(String typed, SlashScanner arguments, Psql psql) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean newline = true;
        int words = 0;
        for (Optional<String> word = arguments.argument(); word.isPresent(); word = arguments.argument()) {
            if (words == 0 && newline && !arguments.wasQuoted() && word.get().equals("-n")) {
                newline = false;
                continue;
            }
            text.append(words++ == 0 ? "" : " ").append(word.get());
        }
        print(text.append(newline ? "\n" : "").toString(), psql);
        return Next.CONTINUE;
    }

    private void print(String text, Psql psql) throws IOException {
        switch (name) {
            case "warn" -> psql.output().err(text);
            case "qecho" -> psql.target().stream().write(ByteText.encode(text));
            default -> psql.output().out(text);
        }
    }
}
