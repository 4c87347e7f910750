package dev.pgduo.scan;

import dev.pgduo.Damage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damaged SQL and arguments of backslash commands are read to their end. */
class DamagedTest {
    @Test
    void statements() {
        Damage.ask(
                List.of(
                        "select 'a''b', E'\\'', \"c\", $x$ y $x$, :v, :'v', :\"v\", 1 /* /* */ */ -- z\n;\\d t\nbegin atomic; end"),
                Set.of(),
                text -> {
                    SqlScanner scanner = new SqlScanner(new StringBuilder());
                    scanner.variables(Variables.NONE);
                    for (String line : text.split("\n", -1)) {
                        scanner.line(line + "\n");
                        SqlScanner.Stop stop = scanner.scan();
                        while (stop == SqlScanner.Stop.SEMICOLON) {
                            stop = scanner.scan();
                        }
                        scanner.mark();
                    }
                });
    }

    @Test
    void arguments() {
        Damage.ask(
                List.of("pset border 2 'a\\n\\101\\x41''b' `echo x` :v :'v' :{?v} \"Q\"\"R\".s | less \\\\ \\x"),
                Set.of(),
                text -> {
                    SlashScanner scanner =
                            new SlashScanner(new Line(text), Variables.NONE, command -> command, complaint -> {});
                    scanner.name();
                    Optional<String> word = scanner.argument();
                    while (word.isPresent()) {
                        word = scanner.argument();
                    }
                    scanner.end();
                    SlashScanner other =
                            new SlashScanner(new Line(text), Variables.NONE, command -> command, complaint -> {});
                    other.identifier();
                    other.fileOrPipe();
                    other.wholeLine();
                });
    }
}
