package dev.pgduo.shell.psql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.shell.psql.CommandLine.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {
    @Test
    void mixesOptionsAndNames() throws CommandLine.Unreadable {
        CommandLine line = CommandLine.of(List.of("db", "-Atc", "select 1", "user", "--host=h", "-p5"));

        assertThat(line.names()).containsExactly("db", "user");
        assertThat(line.options())
                .containsExactly(
                        new Option('A', ""),
                        new Option('t', ""),
                        new Option('c', "select 1"),
                        new Option('h', "h"),
                        new Option('p', "5"));
    }

    @Test
    void takesLongNamesCutWhereThatLeavesNoDoubt() throws CommandLine.Unreadable {
        CommandLine line = CommandLine.of(List.of("--comm", "x", "--help=commands", "--csv", "--", "-x"));

        assertThat(line.options())
                .containsExactly(new Option('c', "x"), new Option('?', "commands"), new Option(CommandLine.CSV, ""));
        assertThat(line.names()).containsExactly("-x");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "-Q, invalid option -- 'Q'",
                "-c, option requires an argument -- 'c'",
                "--foo=1, unrecognized option '--foo=1'",
                "--command, option '--command' requires an argument",
                "--csv=1, option '--csv' doesn't allow an argument"
            })
    void complainsInTheWordsOfGetopt(String word, String complaint) {
        assertThatThrownBy(() -> CommandLine.of(List.of(word))).hasMessage(complaint);
    }

    @Test
    void namesThePossibilities() {
        assertThatThrownBy(() -> CommandLine.of(List.of("--no")))
                .hasMessage("option '--no' is ambiguous; possibilities: '--no-align' '--no-readline' '--no-password'"
                        + " '--no-psqlrc'");
    }
}
