package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.process.Getopt.Option;
import dev.pgduo.scan.ShellWords;
import dev.pgduo.version.PsqlStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PsqlArgumentsTest {
    @Test
    void mixesOptionsAndNames() throws Getopt.Unreadable {
        Getopt.Words line = PsqlArguments.OPTIONS.read(List.of("db", "-Atc", "select 1", "user", "--host=h", "-p5"));

        assertThat(line.operands()).containsExactly("db", "user");
        assertThat(line.options())
                .containsExactly(
                        new Option('A', ""),
                        new Option('t', ""),
                        new Option('c', "select 1"),
                        new Option('h', "h"),
                        new Option('p', "5"));
    }

    @Test
    void takesLongNamesCutWhereThatLeavesNoDoubt() throws Getopt.Unreadable {
        Getopt.Words line = PsqlArguments.OPTIONS.read(List.of("--comm", "x", "--help=commands", "--csv", "--", "-x"));

        assertThat(line.options())
                .containsExactly(new Option('c', "x"), new Option('?', "commands"), new Option(PsqlArguments.CSV, ""));
        assertThat(line.operands()).containsExactly("-x");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "-Q, invalid option -- 'Q'",
                "-C, invalid option -- 'C'",
                "-c, option requires an argument -- 'c'",
                "--foo=1, unrecognized option '--foo=1'",
                "--command, option '--command' requires an argument",
                "--csv=1, option '--csv' doesn't allow an argument"
            })
    void complainsInTheWordsOfGetopt(String word, String complaint) {
        assertThatThrownBy(() -> PsqlArguments.OPTIONS.read(List.of(word))).hasMessage(complaint);
    }

    @Test
    void namesThePossibilities() {
        assertThatThrownBy(() -> PsqlArguments.OPTIONS.read(List.of("--no")))
                .hasMessage("option '--no' is ambiguous; possibilities: '--no-align' '--no-readline' '--no-password'"
                        + " '--no-psqlrc'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-h localhost -p 5433 -U postgres|localhost|5433|postgres|",
                "-Atp5433 'my db' me||5433|me|my db",
                "--port=5433 -d db me||5433|me|db",
                "-p 1 'port=5433 dbname=db user=u'||5433|u|db",
                "postgresql://me@localhost:5433/db|localhost|5433|me|db",
                "-X -v x=1||||"
            })
    void tellWhereToGo(
            String line,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String database) {
        assertThat(PsqlArguments.of(ShellWords.of(line).words()))
                .isEqualTo(new PsqlArguments(host, port, user, database, null));
    }

    @Test
    void takeAStyleByItsWholeName() throws Getopt.Unreadable {
        assertThat(PsqlArguments.of(List.of("--psql-style=server", "-p", "5433")))
                .isEqualTo(new PsqlArguments(null, 5433, null, null, PsqlStyle.SERVER));
        assertThat(PsqlArguments.of(List.of("--psql-style", "17")).style()).isEqualTo(PsqlStyle.of("17"));
        assertThat(PsqlArguments.OPTIONS.read(List.of("--ps", "x=1")).options())
                .containsExactly(new Option('P', "x=1"));
        assertThatThrownBy(() -> PsqlArguments.of(List.of("--psql-style=14"))).hasMessage("invalid psql style: \"14\"");
        assertThatThrownBy(() -> PsqlArguments.of(List.of("--psql-style")))
                .hasMessage("option '--psql-style' requires an argument");
        assertThatThrownBy(() -> PsqlArguments.of(List.of("-Y", "17"))).hasMessage("invalid option -- 'Y'");
    }

    @Test
    void areRefusedAsPsqlDoes() {
        assertThatThrownBy(() -> PsqlArguments.of(List.of("--nothing"))).hasMessage("unrecognized option '--nothing'");
        assertThatThrownBy(() -> PsqlArguments.of(List.of("nothing=1")))
                .hasMessage("invalid connection option \"nothing\"");
    }
}
