package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that looks like a command becomes a step, or has a line in the report: in documents of mixed constructs. */
class NothingLostTest {
    private static final int BLOCKS = 60;

    /** The lines that may stand in a block; each number sign is replaced by a number that no other line has. */
    private static final List<String> COMMANDS = List.of(
            "select #;",
            "insert into t values (#);",
            "psql -c 'select #'",
            "pg_ctl -D /srv/n# start",
            "sudo systemctl restart pg-#",
            "touch /srv/n#/standby.signal",
            "db=# select #;",
            "$ pg_ctl -D /srv/n# stop",
            "me@box:~$ ls /srv/n#",
            "psql(standby)=# select #;",
            "Example: select #;",
            "Syntax : select f(#);",
            "    pg_basebackup -D /srv/n# -R",
            "|  => select #;",
            "T2: select #;",
            "ps aux | grep n#");

    private static final List<String> OTHERS = List.of(
            "",
            "",
            " ?column? ",
            "----------",
            "        1",
            "(1 row)",
            "INSERT 0 1",
            "wal_level = replica",
            "host all all 10.0.0.0/8 trust",
            "# a remark",
            "-- a remark",
            "server started",
            "Note: Look at the files first",
            "  --name one",
            "   -- | --",
            "NOTICE:  nothing",
            "create table t(a int(");

    private final Random random;
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private int number = 1000;

    NothingLostTest() {
        random = new Random(0);
    }

    private String block(boolean html) {
        StringBuilder lines = new StringBuilder();
        boolean list = !html && random.nextInt(3) == 0;
        int indent = list ? 3 : 0;
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            String line = random.nextInt(2) == 0 ? any(COMMANDS) : any(OTHERS);
            String token = String.valueOf(++number);
            if (COMMANDS.contains(line)) {
                wanted.put(token, line);
            }
            String text = line.replaceAll("#(?! |$)|(?<=[ (n-])#", token);
            lines.append(" ".repeat(list ? random.nextInt(indent + 1) : 0))
                    .append(html ? text.replace("<", "&lt;").replace(">", "&gt;") : text)
                    .append('\n');
        }
        if (html) {
            return "<p>Text.</p>\n<pre>\n" + lines + "</pre>\n";
        }
        String language = any(List.of("", "sql", "sh", "bash", "text", "yaml"));
        String closing = " ".repeat(list ? random.nextInt(indent + 1) : 0) + "```\n\n";
        return (list ? "1. Text.\n\n   ```" : "Text.\n\n```") + language + "\n" + lines + closing;
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void inDocumentsOfManyBlocks(int seed) {
        random.setSeed(seed);
        boolean html = seed % 2 == 0;
        StringBuilder text = new StringBuilder(html ? "<html><body>\n" : "# Title\n\n");
        for (int i = 0; i < BLOCKS; i++) {
            text.append(block(html));
        }
        Steps steps = Steps.of(html ? "x.html" : "x.md", text.toString());
        String found = steps.commands() + "\n" + steps.messages();
        assertThat(wanted).hasSizeGreaterThan(BLOCKS);
        wanted.keySet().removeIf(found::contains);
        assertThat(wanted).isEmpty();
    }
}
