package dev.pgduo.shell.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanoEditorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            syntax error in file "/a/place/that/is/long/postgresql.conf" line 8, near token "[" | syntax error near token "["
            invalid value for parameter "work_mem": "lots"                                      | invalid value for parameter "work_me
            parameter "fsync" requires a Boolean                                                | parameter "fsync" requires a Boolean
            """)
    void theMessageFitsBelowTheText(String message, String below) {
        assertThat(NanoEditor.below(message, 41)).isEqualTo(below);
    }
}
