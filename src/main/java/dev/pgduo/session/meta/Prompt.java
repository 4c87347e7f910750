package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;

/** {@code \prompt}: asks the person for the value of a variable. */
final class Prompt implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("prompt");
    }

    @Override
    public String help() {
        return "prompt user to set internal variable";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> first = arguments.argument();
        Optional<String> second = arguments.argument();
        if (first.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        String prompt = second.isPresent() ? first.get() : "";
        boolean script = psql.frame().file() != null;
        psql.output().out(script ? prompt : "");
        String answer;
        try {
            answer = psql.host().ask(script ? "" : prompt, false);
        } catch (InterruptedIOException e) {
            // As in psql, no message is printed.
            return Next.FAILED;
        }
        if (answer == null && script) {
            psql.err("\\" + name + ": could not read value for variable");
            return Next.FAILED;
        }
        return SetVariable.set(second.orElse(first.get()), answer == null ? "" : answer, psql);
    }
}
