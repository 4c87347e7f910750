package dev.pgduo.shell.command;

import dev.pgduo.Damage;
import dev.pgduo.shell.Invocation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamagedTest {
    @Test
    void typedLines() {
        Damage.ask(
                List.of("conf set work_mem '4 MB' --node \"a b\" -- x\\ y", "log a -n 10 --grep='x'"),
                Set.of(UsageException.class),
                LineParser::words);
    }

    @Test
    void wordsOfTheProgram() {
        Damage.ask(
                List.of("--lab x --dir=/y -c up --keep-going", "--dumb verify a.lab --pg 9.6-18"),
                Set.of(UsageException.class),
                text -> Invocation.of(Damage.words(text)));
    }
}
