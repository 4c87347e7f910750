package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which psql's output the sessions of a lab print: the front matter says it, or an option, or the line that opens one. */
final class StyleOptionIT {
    private static final String LAB = """
            ---
            psql-style: 16
            ---

            lab> up

                => \\pset psql_style
                Output style is that of psql %s.

                psql -p 5432 -U postgres --psql-style 17

                => \\pset psql_style
                Output style is that of psql 17.
            """;

    @TempDir
    Path directory;

    private Ran pgduo(String... words) {
        return Ran.pgduo(directory.resolve("state"), words);
    }

    @Test
    void isSaidByTheLabAndByTheCommandLine() throws IOException {
        String lab = Files.writeString(directory.resolve("x.lab"), LAB.formatted("16"))
                .toString();
        assertThat(pgduo("verify", lab).text()).contains("3 matched, 0 adapted, 0 failed");
        Ran played = pgduo("play", lab, "--psql-style", "18");
        assertThat(played.code()).isEqualTo(1);
        assertThat(played.text())
                .contains(
                        "    Output style is that of psql 18.\n",
                        "+Output style is that of psql 18.",
                        "    Output style is that of psql 17.\n");
        Ran wrong = pgduo("verify", lab, "--psql-style", "14");
        assertThat(wrong.text()).contains("invalid psql style: \"14\"", "Choose one of 15, 16, 17, 18, server.");
        assertThat(wrong.code()).isEqualTo(1);
    }

    @Test
    void mustBeOneThatIsKnown() throws IOException {
        String lab = Files.writeString(directory.resolve("x.lab"), LAB.replace(": 16", ": 14"))
                .toString();
        assertThat(pgduo("verify", lab, "--check").text())
                .contains(lab + ":2:13: ERROR:  \"psql-style\" must be one of 15, 16, 17, 18, server");
    }
}
