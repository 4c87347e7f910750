package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Rounds;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.transcript.write.TranscriptFormatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptFormatterTest {
    static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(Texts.documented());
        texts.add(Texts.seed());
        for (String directory : List.of("lab-scripts", "src/test/labs")) {
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                files.filter(file -> file.toString().endsWith(".lab"))
                        .sorted()
                        .map(TranscriptFormatterTest::read)
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void layoutIsTheOneThatRecordWrites() {
        assertThat(
                        format(
                                "\uFEFF\n\nRows  \r\n~~~\r\n\r\n\r\n\r\nTold here. \r\nlab>   up  \r\n\r\n=>   select 1\r\n->  as x;\r\n x \r\n---\r\n 1\r\n"))
                .isEqualTo("""
                        Rows
                        ~~~~

                        Told here.
                        lab> up

                            =>   select 1
                            ->  as x;
                             x\s
                            ---
                             1
                        """);
    }

    @Test
    void sessionsHaveTheirBars() {
        assertThat(format("""
                        | psql -p 5433

                        	=> select 1 as x;
                        	 x\s
                        	---
                        	 1

                         |  => select 2 as y;
                         |   y\s
                         |  ---
                         |   2
                         |
                        """)).isEqualTo("""
                        >    |    psql -p 5433
                        >
                        >    => select 1 as x;
                        >     x\s
                        >    ---
                        >     1
                        >
                        >    |    => select 2 as y;
                        >    |     y\s
                        >    |    ---
                        >    |     2
                        >    |   \s
                        """.replace(">\n", "\n").replace(">    ", "    "));
    }

    @Test
    void directivesAreWrittenTight() {
        assertThat(format("%if   pg < 12  \npostgres>   cat x\n%ignore \na\n%else\n%note   said   so \n%end  \n"))
                .isEqualTo("%if pg < 12\npostgres> cat x\n%ignore\na\n%else\n%note said   so\n%end\n");
    }

    @Test
    void whatAProgramPrintsKeepsItsBlanks() {
        String text = "postgres> cat x\na  \n\n\nb\n\nlab> ps\nc \n";
        assertThat(format(text)).isEqualTo(text);
    }

    @Test
    void namedPromptsStayInColumnZero() {
        String text = "---\nsessions: {1: \"postgres=#\"}\n---\npostgres=# select 1 as x;\n x \n---\n 1\n(1 row)\n";
        assertThat(format(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyLabKeepsWhatItSays(String text) {
        String once = format(text);
        assertThat(format(once)).isEqualTo(once);
        assertThat(format(text.replace("\n", "\r\n"))).isEqualTo(once);
        assertThat(format("\uFEFF" + text + "\n\n")).isEqualTo(once);
    }

    @Test
    void damagedTextsAreFormattedOrLeftAlone() throws IOException {
        Random random = new Random(20261129);
        List<String> texts = texts();
        int read = 0;
        int refused = 0;
        for (int i = 0; i < Rounds.of(600); i++) {
            String text = DamagedText.of(texts.get(random.nextInt(texts.size())), random);
            ParseResult result = TranscriptReader.read(text.getBytes(StandardCharsets.UTF_8), "x.lab");
            if (result instanceof ParseResult.Parsed parsed) {
                read++;
                try {
                    String once = TranscriptFormatter.format(parsed.transcript());
                    assertThat(format(once)).as(text).isEqualTo(once);
                } catch (LabException e) {
                    assertThat(e.report().message()).startsWith("could not format");
                    refused++;
                }
            }
        }
        assertThat(refused).as("of " + read).isLessThan(read / 20 + 1);
    }

    private static String format(String text) {
        return TranscriptFormatter.format(TranscriptReader.parse(text, "x.lab"));
    }
}
