package dev.pgduo.editors;

import dev.pgduo.transcript.Texts;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labs that editors are tried with, and the directives that a lab may have. */
final class Labs {
    /** What the labs in the repository and the documentation do not have. */
    private static final String RARE = """
            ---
            title: Rare
            sessions: {1: "postgres=#"}
            ---

            postgres=# select 1
            postgres-# from t;
             ?column?\s
            ----------
                    1
            (1 row)

            postgres=# \\conninfo
            You are connected.

                |    => select 'it''s',
                |      2;
                |    1

            |    => copy t from stdin;
            |    >> 1
            |    >> \\.
            |    COPY 1
            |

            |    => explain select 1;
            |              QUERY PLAN
            |    ------------------------
            |     Hash Join
            |       ->  Seq Scan on t
            |    (2 rows)
            |

            postgres> cat <<EOF
            > it's
            > EOF
            it's

            lab> status
            ...
            .* is up (re)

            Prose with `code`
              and a second line
            """;

    private Labs() {}

    /** All labs of the repository, the examples of the format's documentation, and one with rare things. */
    static List<Transcript> all() throws IOException {
        List<Transcript> labs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("lab-scripts"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".lab"))
                    .sorted()
                    .toList()) {
                labs.add(TranscriptReader.parse(Files.readAllBytes(file), file.toString()));
            }
        }
        for (String text : Texts.documented()) {
            labs.add(TranscriptReader.parse(text, "docs/format.md, example " + labs.size()));
        }
        labs.add(TranscriptReader.parse(RARE, "rare.lab"));
        return labs;
    }

    /** The words behind the percent sign, as the reader lists them where it does not know one. */
    static List<String> directives() {
        ParseResult unknown = TranscriptReader.read("%zzzzzzzzzzzzzz\n\nlab> up\n", "x.lab");
        Matcher words = Pattern.compile("%([a-z-]+)")
                .matcher(String.valueOf(unknown.reports().get(0).hint()));
        return words.results().map(word -> word.group(1)).toList();
    }
}
