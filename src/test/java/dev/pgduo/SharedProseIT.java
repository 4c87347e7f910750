package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for several languages, values and files that it shares with others. */
class SharedProseIT {
    private static final String LAB = """
            ---
            title: Rows
            title.ru: Строки
            retry: 0s
            ---
            %set n = 2
            %lang en
            Two rows are made.
            %end
            %lang ru
            Появляются две строки.
            %end

            %include parts/make.lab

            %lang ru
            Конец.
            %else
            The end.
            %end

                => select count(*) = %{n} as right from t;
                 right\s
                -------
                 t
                (1 row)
               \s
            """;

    @TempDir
    Path directory;

    private Path lab = Path.of("");
    private Path part = Path.of("");

    @BeforeEach
    void write() throws IOException {
        lab = Files.writeString(directory.resolve("x.lab"), LAB);
        part = Files.writeString(
                Files.createDirectory(directory.resolve("parts")).resolve("make.lab"), """
                Here is the table:

                    => create table t as select generate_series(1, %{n}) as n;
                    SELECT %{n}

                    => select 'part' as place;
                     place\s
                    -------
                     part
                    (1 row)
                   \s
                """);
    }

    private Ran pgduo(String... words) {
        return Ran.pgduo(directory.resolve("state"), words);
    }

    @Test
    void tellsItInTheLanguageThatIsAskedFor() {
        Ran english = pgduo("play", lab.toString());
        assertThat(english.text())
                .contains("Two rows are made.", "Here is the table:", "The end.")
                .doesNotContain("строки", "Конец", "%");
        assertThat(english.code()).isZero();
        Ran russian = pgduo("play", lab.toString(), "--lang", "ru");
        assertThat(russian.text())
                .contains("Появляются две строки.", "Here is the table:", "Конец.")
                .doesNotContain("Two rows", "The end");
        Ran other = pgduo("play", lab.toString(), "--lang", "de");
        assertThat(other.text()).contains("Two rows are made.");
    }

    @Test
    void takesValuesFromTheCommandLine() {
        assertThat(pgduo("verify", lab.toString()).text()).contains("3 matched, 0 adapted, 0 failed");
        assertThat(pgduo("verify", lab.toString(), "--set", "n=5").code()).isZero();
        Ran wrong = pgduo("verify", lab.toString(), "--set", "m=5");
        assertThat(wrong.text()).contains("ERROR:  no lab sets \"m\"", "Perhaps you meant \"n\".");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(pgduo("verify", lab.toString(), "--set", "n").text()).contains("invalid value for --set: \"n\"");
    }

    @Test
    void saysWhereAnIncludedStepIs() throws IOException {
        Files.writeString(part, Files.readString(part).replace(" part\n", " past\n"));
        Ran ran = pgduo("verify", lab.toString());
        assertThat(ran.text())
                .contains(lab + ":14: ERROR:  the output is not the expected one", "--- " + part, "@@ -7,4 +7,4 @@")
                .contains("- past", "1 failed");
        Files.writeString(part, "%nosuch\npostgres> true\n");
        assertThat(pgduo("verify", lab.toString()).text()).contains(part + ":1:1: ERROR:  unknown directive");
        Files.writeString(part, "%include ../x.lab\n");
        assertThat(pgduo("verify", lab.toString()).text()).contains(part + ":1:10: ERROR:  ", "it includes itself");
        Files.delete(part);
        assertThat(pgduo("verify", lab.toString()).text())
                .contains(lab + ":14:10: ERROR:  could not include \"parts/make.lab\": No such file or directory");
    }

    @Test
    void keepsAllOfItWhenItIsUpdated() throws IOException {
        String wrong = LAB.replace("     t\n", "     f\n");
        Files.writeString(lab, wrong);
        String made = Files.readString(part);
        assertThat(pgduo("verify", "--update", "--fill", lab.toString()).text()).contains("3 matched");
        assertThat(lab).hasContent(LAB);
        assertThat(part).hasContent(made);
        assertThat(pgduo("verify", "--check", lab.toString()).text()).contains("x.lab: nothing found");
    }

    @Test
    void leavesIncludedOutputAsItIs() throws IOException {
        Files.writeString(part, Files.readString(part).replace(" part\n", " past\n"));
        Ran ran = pgduo("verify", "--update", lab.toString());
        assertThat(ran.text()).contains(part + ":6: left as it is: \"" + lab + "\" includes it");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(lab).hasContent(LAB);
    }
}
